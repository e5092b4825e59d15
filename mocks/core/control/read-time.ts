import { ControlError } from './control-error.ts'

/** Milliseconds since 1970, from a number or an ISO date with a time zone. The year must be between 1970 and 9999. */
export function readTime(name: string, value: unknown): number {
  const time = typeof value === 'string' && isoDate.test(value) ? Date.parse(value) : value
  if (typeof time !== 'number' || !Number.isInteger(time)) {
    throw new ControlError(`${name}: must be milliseconds since 1970, or a date such as 2026-11-21T21:26:31Z`)
  }
  if (time < 0 || time > latestTime) throw new ControlError(`${name}: must be between the years 1970 and 9999`)
  return time
}

const isoDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/

/** The last time that ISO writes with a four-digit year. */
export const latestTime = Date.UTC(9999, 11, 31, 23, 59, 59, 999)
