/** Moves a time in the format of the vendor. */
export function shiftTime(time: string, ms: number): string {
  const zone = /(Z|[+-]\d\d:?\d\d)$/.exec(time)?.[0] ?? ''
  return new Date(Date.parse(time) + ms).toISOString().replace('Z', zone)
}
