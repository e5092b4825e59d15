/** Formats milliseconds since 1970 as in source 004: `2016-08-15T15:00:00.000+0000`. */
export function toTime(milliseconds: number): string {
  if (milliseconds !== latest.milliseconds) {
    latest = { milliseconds, text: `${new Date(milliseconds).toISOString().slice(0, -1)}+0000` }
  }
  return latest.text
}

/** Formats milliseconds since 1970 as in the example of FC-DEF PutFunctionAsyncInvokeConfig: `2020-09-10T02:45:02Z`. */
export function toTimeOfSeconds(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}

/** Most responses contain the same time twice, and requests often arrive within the same millisecond. */
let latest = { milliseconds: Number.NaN, text: '' }

/** Formats milliseconds since 1970 as in FC-DEF: `2022-01-01T11:08:00Z`. */
export function toSecondTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z')
}

/**
 * Formats milliseconds since 1970 as Go prints a time with the reading of its monotonic clock, as in the example of FC-DEF
 * (E30).
 */
export function toGoTime(milliseconds: number): string {
  const [date = '', time = ''] = new Date(milliseconds).toISOString().slice(0, -1).split('T')
  const nanoseconds = `${time.slice(-3)}000000`
  return `${date} ${time.slice(0, -3)}${nanoseconds} +0000 UTC m=+${time.slice(6, 8)}.${nanoseconds}`
}
