/** Formats milliseconds since 1970 as in source 004: `2016-08-15T15:00:00.000+0000`. */
export function toTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, -1)}+0000`
}
