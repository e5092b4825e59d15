import type { Check } from '../core/check.ts'
import { readHeader } from '../core/http/exchange.ts'
import { readObject } from '../core/assertions/expect-response.ts'
import { check } from './check.ts'
import { createAndRead, type Kind, toShown } from './kind.ts'
import { expectTimes } from './times.ts'

/** What the response says. */
export function toResponseChecks(kind: Kind): readonly Check[] {
  const { create: operation, idField } = kind
  const core = { operation, level: 'core' } as const
  const page = `004 ${operation.id}`
  return [
    check('create-returns-the-created-resource', {
      ...core,
      clause: `${page} 200`,
      async run(context) {
        const input = await kind.request(context, kind.options)
        const created = await context.target.send(operation, input)
        const body = context.expectResponse(created, 200)
        context.expectFields(created, body, toShown(kind, input), 'absent-passes')
      },
    }),
    check('etag-equals-etag-of-read', {
      ...core,
      clause: `${page} 200, Headers: ETag; 004 ${kind.read.id} 200, Headers: ETag`,
      async run(context) {
        const { created, read } = await createAndRead(context, kind)
        const [first, second] = [readHeader(created.response, 'etag'), readHeader(read.response, 'etag')]
        if (first === undefined || second === undefined) context.skip('a response carries no ETag')
        context.expectThat(first === second, { expected: `ETag ${first}`, actual: `ETag ${second}` }, read)
      },
    }),
    check('times-are-utc', {
      ...core,
      clause: `004 Definitions, ${operation.tag}Response: createdTime, lastModifiedTime`,
      async run(context) {
        const created = await context.given(context.target.send(operation, await kind.request(context)))
        expectTimes(context, created)
      },
    }),
    ...(idField === undefined ? [] : [toIdCheck(kind, idField)]),
  ]
}

function toIdCheck({ create: operation, request }: Kind, idField: string): Check {
  return check('ids-are-unique', {
    operation,
    level: 'core',
    clause: `004 Definitions, ${operation.tag}Response: ${idField}`,
    async run(context) {
      const first = await context.given(context.target.send(operation, await request(context)))
      const second = await context.given(context.target.send(operation, await request(context)))
      const [one, other] = [readObject(first)[idField], readObject(second)[idField]]
      if (one === undefined || other === undefined) return context.note(`${idField} in the response`, 'left out')
      context.expectThat(one !== other, { expected: `another ${idField}`, actual: `${one} twice` }, second)
    },
  })
}
