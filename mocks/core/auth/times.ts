/** Parses the date of a request, in milliseconds since 1970. Returns `undefined` for any other form. */
export type ReadTime = (text: string) => number | undefined

/** `Sat, 21 Nov 2026 21:26:31 GMT`. Alibaba's documents also write a day with one digit and no space before it. */
export const readHttpTime: ReadTime = (text) => {
  const [, day, month = '', year, hour, minute, second] = httpTime.exec(text) ?? []
  return toTime([year, months.indexOf(month) + 1, day, hour, minute, second])
}

/** `2026-11-21T21:26:31Z` */
export const readIsoTime: ReadTime = (text) => toTime(isoTime.exec(text)?.slice(1))

/** `20261121T212631Z` */
export const readCompactTime: ReadTime = (text) => toTime(compactTime.exec(text)?.slice(1))

const httpTime = /^[A-Z][a-z]{2}, ?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) (?:GMT|UTC)$/
const isoTime = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z$/
const compactTime = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The time in milliseconds since 1970; `undefined` if the calendar has no such date. */
function toTime(texts: readonly (string | number | undefined)[] = []): number | undefined {
  const parts = texts.map(Number)
  const [year = Number.NaN, month = Number.NaN, day, hour, minute, second] = parts
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  const real = [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ]
  return real.every((part, at) => part === parts[at]) ? date.getTime() : undefined
}
