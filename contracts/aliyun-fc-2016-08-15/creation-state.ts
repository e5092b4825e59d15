import type { Check } from '../core/check.ts'
import { check } from './check.ts'
import { createAndRead, findEntry, type Kind, readDocumented, toBody, toShown } from './kind.ts'

/** What is stored. */
export function toStateChecks(kind: Kind): readonly Check[] {
  const { create: operation, nameField, textField } = kind
  const core = { operation, level: 'core' } as const
  const page = `004 ${operation.id}`
  return [
    check('created-resource-can-be-read', {
      ...core,
      clause: `${page} 200; 004 ${kind.read.id}`,
      async run(context) {
        const { input, read, body } = await createAndRead(context, kind, kind.options)
        context.expectFields(read, body, toShown(kind, input), 'absent-fails')
      },
    }),
    check('read-equals-create-response', {
      ...core,
      clause: `${page} 200; 004 ${kind.read.id}`,
      async run(context) {
        const { created, read, body } = await createAndRead(context, kind, kind.options)
        context.expectFields(read, body, readDocumented(created), 'absent-passes')
      },
    }),
    check('created-resource-is-listed', {
      ...core,
      clause: `${page} 200; 004 ${kind.list.id}`,
      async run(context) {
        const input = await kind.request(context, kind.options)
        await context.given(context.target.send(operation, input))
        const shown = toShown(kind, input)
        const wanted = String(shown[nameField])
        const { entry, page: last } = await findEntry(context, kind, input, wanted)
        const finding = { expected: `${kind.list.id} to list ${wanted}`, actual: 'it is not in the list' }
        context.expectThat(entry !== undefined, finding, last)
        context.expectFields(last, entry, shown, 'absent-fails')
      },
    }),
    ...(textField === undefined ? [] : [toTextCheck(kind, textField)]),
    check('duplicate-name-is-rejected', {
      ...core,
      clause: `${page} 409`,
      async run(context) {
        const input = await kind.request(context)
        await context.given(context.target.send(operation, input))
        context.expectError(await context.target.send(operation, input), kind.exists)
      },
    }),
    check('duplicate-create-keeps-the-first', {
      ...core,
      clause: `${page} 409`,
      async run(context) {
        const input = await kind.request(context, kind.options)
        await context.given(context.target.send(operation, input))
        const path = kind.toPath(input) ?? {}
        const before = await context.given(context.target.send(kind.read, { path }))
        await context.target.send(operation, { ...input, body: { ...toBody(input), ...kind.changes } })
        const after = await context.target.send(kind.read, { path })
        context.expectFields(after, context.expectPresent(after), readDocumented(before), 'absent-fails')
      },
    }),
  ]
}

function toTextCheck(kind: Kind, field: string): Check {
  return check('text-is-stored-exactly', {
    operation: kind.create,
    level: 'core',
    clause: `004 Definitions, ${kind.create.tag}: ${field}`,
    async run(context) {
      const text = ' Zwölf Boxkämpfer, cafe\u0301 — 漢字, 🚀, "quotes", \\ and\na second line '
      const input = await kind.request(context, { [field]: text })
      context.expectResponse(await context.target.send(kind.create, input))
      const read = await context.target.send(kind.read, { path: kind.toPath(input) ?? {} })
      context.expectFields(read, context.expectPresent(read), { [field]: text }, 'absent-fails')
    },
  })
}
