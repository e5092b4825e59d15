/** `2019-10-31 11:37:58`, as pages 001 and 002 write times, from milliseconds since 1970. They name no zone; this is UTC. */
export function toTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')
}

/** The same time in 12 digits, as image names have it: `191031113758`. */
export function toStamp(time: string): string {
  return time.slice(2).replace(/\D/g, '')
}
