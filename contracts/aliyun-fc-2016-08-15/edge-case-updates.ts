import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { toCitation } from '../../schemas/core/source.ts'
import type { Check } from '../core/check.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import { check } from './check.ts'
import { tolerances } from './tolerances.ts'
import { expectUnchanged, givenOne, givenReading, type Kind, toUpdate } from './kind.ts'
import { functionKind, kinds } from './kinds.ts'

/** Longer than the 255 bytes that a column of a database likes to have. */
const longText = `${'x'.repeat(299)}.`

/** Updates at the edge: texts that are long or empty, values that are the server's, fields that change at once. */
export const edgeCaseUpdateChecks: readonly Check[] = [
  ...kinds.flatMap((kind) => [...toTextChecks(kind), toFixedCheck(kind), ...toMeetingChecks(kind)]),
  ...[functionKind.create, functionKind.update].map((operation) =>
    check('runtime-with-suffix-is-rejected', {
      operation,
      level: 'core',
      clause: `004 Definitions, ${operation === functionKind.create ? 'Function' : 'FunctionUpdateFields'}: runtime`,
      async run(context) {
        const { path, input } = await givenOne(context, functionKind)
        const before = await givenReading(context, functionKind.read, path)
        const isCreation = operation === functionKind.create
        for (const runtime of ['nodejs64', 'java81']) {
          const created = { ...input, body: context.fixture.functionBody({ runtime }) }
          const sent = isCreation ? created : { path, body: { runtime } }
          context.expectError(await context.target.send(operation, sent), api.dialect.codes.invalid)
        }
        await expectUnchanged(context, functionKind.read, path, before)
      },
    }),
  ),
]

function toTextChecks(kind: Kind): readonly Check[] {
  const { update: operation, read, textField } = kind
  if (textField === undefined) return []
  const clause = `004 Definitions, ${operation.tag}UpdateFields: ${textField}`
  return [
    check('update-to-empty-text-is-stored', {
      operation,
      level: 'core',
      clause,
      async run(context) {
        const { path, input } = await givenOne(context, kind)
        const body = toUpdate(kind, input, { [textField]: '' })
        const isTaken = expectTolerance(
          context,
          await context.target.send(operation, { path, body }),
          tolerances.emptyText,
        )
        if (!isTaken) return
        const after = await context.target.send(read, { path })
        context.expectFields(after, context.expectPresent(after), { [textField]: '' }, 'absent-passes')
      },
    }),
    check('long-text-is-stored', {
      operation,
      level: 'core',
      clause: `${clause} (no limit is stated)`,
      async run(context) {
        const { path, input } = await givenOne(context, kind)
        const body = toUpdate(kind, input, { [textField]: longText })
        const isTaken = expectTolerance(
          context,
          await context.target.send(operation, { path, body }),
          tolerances.longText,
        )
        if (!isTaken) return
        const after = await context.target.send(read, { path })
        context.expectFields(after, context.expectPresent(after), { [textField]: longText }, 'absent-fails')
      },
    }),
  ]
}

/** An update may be refused for its name alone, so that these are sent without one. */
function toFixedCheck(kind: Kind): Check {
  const { update: operation, read, idField } = kind
  const fixed = {
    ...(idField !== undefined && { [idField]: 'chosen-by-the-client' }),
    createdTime: '2001-02-03T04:05:06.000+0000',
  }
  return check('update-keeps-server-set-fields', {
    operation,
    level: 'core',
    clause: `004 Definitions, ${operation.tag}Response: ${Object.keys(fixed).join(', ')}`,
    async run(context) {
      const { path, input } = await givenOne(context, kind)
      const before = await givenReading(context, read, path)
      const kept = Object.fromEntries(
        Object.keys(fixed).flatMap((name) => (name in before ? [[name, before[name]]] : [])),
      )
      for (const [field, value] of Object.entries(fixed)) {
        const body = toUpdate(kind, input, { ...kind.changes, [field]: value })
        expectTolerance(context, await context.target.send(operation, { path, body }), tolerances.fixedField)
      }
      const after = await context.target.send(read, { path })
      context.expectFields(after, context.expectPresent(after), kept, 'absent-fails')
    },
  })
}

/** Two updates at once that have no field in common. */
function toMeetingChecks(kind: Kind): readonly Check[] {
  const { update: operation, read } = kind
  const [one, other] = Object.entries(kind.changes)
  if (!one || !other) return []
  return [
    check('concurrent-updates-keep-both-fields', {
      operation,
      level: 'core',
      clause: `${toCitation(operation.source)} 200; 004 Definitions, ${operation.tag}UpdateFields: ${one[0]}, ${other[0]}`,
      async run(context) {
        const { path, input } = await givenOne(context, kind)
        const bodies = [one, other].map(([field, value]) => toUpdate(kind, input, { [field]: value }))
        const responses = await Promise.all(bodies.map((body) => context.target.send(operation, { path, body })))
        if (responses.some(({ response }) => [409, 429].includes(response.status))) {
          context.skip('the target refuses one of two updates at once')
        }
        for (const result of responses) context.expectResponse(result)
        const after = await context.target.send(read, { path })
        const both = Object.fromEntries([one, other])
        context.expectFields(after, context.expectPresent(after), both, 'absent-fails')
      },
    }),
  ]
}
