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
