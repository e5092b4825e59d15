import type { Check } from '../core/check.ts'
import { type Exchange, readHeader } from '../core/exchange.ts'
import { toText } from '../core/expect.ts'
import { readObject } from '../core/expect-reply.ts'
import { check } from './check.ts'
import { type Context, type Creation, createAndRead, toShown } from './creation.ts'

/** What the answer says. */
export function toReplyChecks(creation: Creation): readonly Check[] {
  const { operation, idField } = creation
  const core = { operation, level: 'core' } as const
  const page = `004 ${operation.id}`
  return [
    check('answers-200-with-what-was-created', {
      ...core,
      clause: `${page} 200`,
      async run(context) {
        const input = await creation.request(context, creation.options)
        const created = await context.target.send(operation, input)
        const body = context.expectReply(created, 200)
        context.expectFields(created, body, toShown(creation, input), 'absent-passes')
      },
    }),
    check('answers-an-etag', {
      ...core,
      clause: `${page} 200, Headers: ETag`,
      async run(context) {
        const created = await context.given(context.target.send(operation, await creation.request(context)))
        const etag = readHeader(created.response, 'etag')
        const finding = {
          expected: 'a header ETag with a value',
          actual: etag === undefined ? 'no ETag' : 'an empty one',
        }
        context.expectThat(etag !== undefined && etag !== '', finding, created)
      },
    }),
    check('answers-the-etag-that-a-read-answers', {
      ...core,
      clause: `${page} 200, Headers: ETag; 004 ${creation.read.id} 200, Headers: ETag`,
      async run(context) {
        const { created, read } = await createAndRead(context, creation)
        const [first, second] = [readHeader(created.response, 'etag'), readHeader(read.response, 'etag')]
        if (first === undefined || second === undefined) context.skip('an answer carries no ETag')
        context.expectThat(first === second, { expected: `ETag ${first}`, actual: `ETag ${second}` }, read)
      },
    }),
    check('answers-times-in-utc', {
      ...core,
      clause: `004 Definitions, ${operation.tag}Response: createdTime, lastModifiedTime`,
      async run(context) {
        const created = await context.given(context.target.send(operation, await creation.request(context)))
        expectTimes(context, created)
      },
    }),
    check('gives-each-an-id-of-its-own', {
      ...core,
      clause: `004 Definitions, ${operation.tag}Response: ${idField}`,
      async run(context) {
        const first = await context.given(context.target.send(operation, await creation.request(context)))
        const second = await context.given(context.target.send(operation, await creation.request(context)))
        const [one, other] = [readObject(first)[idField], readObject(second)[idField]]
        if (one === undefined || other === undefined) return context.note(`${idField} in the answer`, 'left out')
        context.expectThat(one !== other, { expected: `another ${idField}`, actual: `${one} twice` }, second)
      },
    }),
    check('answers-a-request-id-of-its-own', {
      operation,
      level: 'extended',
      clause: `observed: ${creation.operation.id} answers a request id of its own`,
      async run(context) {
        const header = context.api.dialect.requestIdHeader
        const first = await context.given(context.target.send(operation, await creation.request(context)))
        const second = await context.given(context.target.send(operation, await creation.request(context)))
        const [one, other] = [readHeader(first.response, header), readHeader(second.response, header)]
        if (!one || !other) context.skip(`the target answers no ${header}, which no page asks for`)
        context.expectThat(one !== other, { expected: `another ${header}`, actual: `${one} twice` }, second)
      },
    }),
  ]
}

/** Times may be left out. Where they are there, they say their zone, and the second is not before the first. */
function expectTimes(context: Context, created: Exchange): void {
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
function readTime(text: string): number | undefined {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)(?:Z|([+-]\d\d):?(\d\d))$/.exec(text)
  if (!parts) return undefined
  const [, time, hours = '+00', minutes = '00'] = parts
  const milliseconds = Date.parse(`${time}${hours}:${minutes}`)
  return Number.isNaN(milliseconds) ? undefined : milliseconds
}
