/** Milliseconds of a time such as `2016-08-15T15:00:00.000+0000`; the zone may also be `Z` or `+00:00`. */
export function readTime(text: string): number | undefined {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)(?:Z|([+-]\d\d):?(\d\d))$/.exec(text)
  if (!parts) return undefined
  const [, time, hours = '+00', minutes = '00'] = parts
  const milliseconds = Date.parse(`${time}${hours}:${minutes}`)
  return Number.isNaN(milliseconds) ? undefined : milliseconds
}

/**
 * Whether two texts state the same time. Operations may use different zones. A time without a fraction has a resolution
 * of one second. False for other texts.
 */
export function isSameTime(one: string, other: string): boolean {
  const [first, second] = [readTime(one), readTime(other)]
  if (first === undefined || second === undefined) return false
  const isExact = one.includes('.') && other.includes('.')
  return isExact ? first === second : Math.abs(first - second) < 1000
}
