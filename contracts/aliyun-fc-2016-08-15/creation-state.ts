import { toJsonSchema } from '../../schemas/core/json-schema.ts'
import type { Check } from '../core/check.ts'
import type { Exchange } from '../core/exchange.ts'
import { type JsonObject, readObject } from '../core/expect-reply.ts'
import { findInList } from '../core/list.ts'
import { check } from './check.ts'
import { type Creation, createAndRead, toBody, toShown } from './creation.ts'

/** What is stored. */
export function toStateChecks(creation: Creation): readonly Check[] {
  const { operation, nameField } = creation
  const core = { operation, level: 'core' } as const
  const page = `004 ${operation.id}`
  return [
    check('can-be-read-back', {
      ...core,
      clause: `${page} 200; 004 ${creation.read.id}`,
      async run(context) {
        const { input, read, body } = await createAndRead(context, creation, creation.options)
        context.expectFields(read, body, toShown(creation, input), 'absent-fails')
      },
    }),
    check('reads-back-as-it-was-answered', {
      ...core,
      clause: `${page} 200; 004 ${creation.read.id}`,
      async run(context) {
        const { created, read, body } = await createAndRead(context, creation, creation.options)
        context.expectFields(read, body, readDocumented(created), 'absent-passes')
      },
    }),
    check('is-listed', {
      ...core,
      clause: `${page} 200; 004 ${creation.list.id}`,
      async run(context) {
        const input = await creation.request(context, creation.options)
        await context.given(context.target.send(operation, input))
        const shown = toShown(creation, input)
        const wanted = String(shown[nameField])
        const { entry, page: last } = await findInList(context, {
          operation: creation.list,
          input: { ...(input.path && { path: input.path }), query: { prefix: wanted, limit: 100 } },
          entries: creation.entries,
          token: 'nextToken',
          isWanted: (item) => item[nameField] === wanted,
        })
        const finding = { expected: `${creation.list.id} to list ${wanted}`, actual: 'it is not in the list' }
        context.expectThat(entry !== undefined, finding, last)
        context.expectFields(last, entry, shown, 'absent-fails')
      },
    }),
    check('keeps-a-text-to-the-character', {
      ...core,
      clause: `004 Definitions, ${operation.tag}: description`,
      async run(context) {
        const description = ' Zwölf Boxkämpfer — 漢字, 🚀, "quotes", \\ and\na second line '
        const { read, body } = await createAndRead(context, creation, { description })
        context.expectFields(read, body, { description }, 'absent-fails')
      },
    }),
    check('rejects-a-duplicate-name', {
      ...core,
      clause: `${page} 409`,
      async run(context) {
        const input = await creation.request(context)
        await context.given(context.target.send(operation, input))
        context.expectError(await context.target.send(operation, input), creation.exists)
      },
    }),
    check('keeps-the-first-of-two-of-one-name', {
      ...core,
      clause: `${page} 409`,
      async run(context) {
        const input = await creation.request(context, { description: 'the first' })
        await context.given(context.target.send(operation, input))
        const path = creation.toPath(input) ?? {}
        const before = await context.given(context.target.send(creation.read, { path }))
        await context.target.send(operation, { ...input, body: { ...toBody(input), description: 'the second' } })
        const after = await context.target.send(creation.read, { path })
        context.expectFields(after, context.expectPresent(after), readDocumented(before), 'absent-fails')
      },
    }),
  ]
}

/** The fields of an answer that a page lists; others, like an id of the request, may differ from answer to answer. */
function readDocumented(exchange: Exchange): JsonObject {
  const schema = exchange.operation.success[exchange.response.status]?.schema
  const properties = schema ? toJsonSchema(schema).properties : undefined
  const isListed = (field: string) => properties?.[field] !== undefined && !properties[field]['x-provenance']
  return Object.fromEntries(Object.entries(readObject(exchange)).filter(([field]) => isListed(field)))
}
