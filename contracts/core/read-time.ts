/** Milliseconds of a time such as `2016-08-15T15:00:00.000+0000`; the zone may also be `Z` or `+00:00`. */
export function readTime(text: string): number | undefined {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)(?:Z|([+-]\d\d):?(\d\d))$/.exec(text)
  if (!parts) return undefined
  const [, time, hours = '+00', minutes = '00'] = parts
  const milliseconds = Date.parse(`${time}${hours}:${minutes}`)
  return Number.isNaN(milliseconds) ? undefined : milliseconds
}
