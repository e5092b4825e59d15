import type { Exchange } from '../core/http/exchange.ts'
import { toText } from '../core/assertions/expect.ts'
import { readObject } from '../core/assertions/expect-response.ts'
import type { Context } from './kind.ts'

/** Times may be left out. Where they are there, they say their zone, and the second is not before the first. */
export function expectTimes(context: Context, created: Exchange): void {
  const body = readObject(created)
  const times = ['createdTime', 'lastModifiedTime'].filter((field) => body[field] !== undefined)
  for (const field of times) {
    const text = body[field]
    const finding = { expected: `${field} as a date and time with its zone`, actual: `${field} ${toText(text)}` }
    context.expectThat(typeof text === 'string' && readTime(text) !== undefined, finding, created)
  }
  const [first, last] = times.map((field) => readTime(String(body[field])))
  if (first === undefined || last === undefined) {
    context.note('createdTime and lastModifiedTime', 'left out')
    return
  }
  const finding = { expected: 'lastModifiedTime not before createdTime', actual: toText(body) }
  context.expectThat(first <= last, finding, created)
}

/** Milliseconds of a time like `2016-08-15T15:00:00.000+0000`; fractions and a zone like `Z` or `+00:00` may differ. */
export function readTime(text: string): number | undefined {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)(?:Z|([+-]\d\d):?(\d\d))$/.exec(text)
  if (!parts) return undefined
  const [, time, hours = '+00', minutes = '00'] = parts
  const milliseconds = Date.parse(`${time}${hours}:${minutes}`)
  return Number.isNaN(milliseconds) ? undefined : milliseconds
}
