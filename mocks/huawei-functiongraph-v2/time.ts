/**
 * Formats milliseconds since 1970 as in sources 001 and 002: `2019-10-31 11:37:58`. They state no time zone. This is
 * UTC.
 */
export function toTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')
}

/** The same time in 12 digits, as in image names: `191031113758`. */
export function toStamp(time: string): string {
  return time.slice(2).replace(/\D/g, '')
}
