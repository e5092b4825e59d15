/** `1 check`, `2 checks`. */
export function toCount(count: number | bigint, noun: string, plural = `${noun}s`): string {
  return `${count} ${Number(count) === 1 ? noun : plural}`
}
