import type { Resource } from '../../../schemas/core/resource.ts'
import { type Finding, toText } from '../../core/assertions/expect.ts'
import { type JsonObject, readObject } from '../../core/assertions/expect-response.ts'
import type { CoreContext } from '../../core/context.ts'
import type { Exchange } from '../../core/http/exchange.ts'
import { readTime } from '../../core/read-time.ts'

type Times = NonNullable<Resource['times']>

/** Times may be absent. If present, each states its time zone, and the last change is not before the creation. */
export function expectTimes(context: CoreContext, exchange: Exchange, { created, modified }: Times): void {
  const body = readObject(exchange)
  const fields = [created, modified].filter((field) => body[field] !== undefined)
  for (const field of fields) {
    const text = body[field]
    const finding = { expected: `${field} as a date and time with a time zone`, actual: `${field} ${toText(text)}` }
    context.expectThat(typeof text === 'string' && readTime(text) !== undefined, finding, exchange)
  }
  const [first, last] = fields.map((field) => readTime(String(body[field])))
  if (first === undefined || last === undefined) {
    context.note(`${created} and ${modified}`, 'left out')
    return
  }
  const finding = { expected: `${modified} not before ${created}`, actual: toText(body) }
  context.expectThat(first <= last, finding, exchange)
}

/** The times of a list entry that differ from those of a reading. A time may have a resolution of one second. */
export function findOtherTime(entry: JsonObject, read: JsonObject, { created, modified }: Times): Finding | undefined {
  for (const field of [created, modified]) {
    const [listed, known] = [entry, read].map((row) => readTime(String(row[field])))
    if (listed === undefined || known === undefined || Math.abs(listed - known) < 1000) continue
    return { expected: `${field} ${String(read[field])}, as in a read`, actual: `${field} ${String(entry[field])}` }
  }
  return undefined
}
