/** `2016-08-15T15:00:00.000+0000`, as page 004 writes times, from milliseconds since 1970. */
export function toTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, -1)}+0000`
}
