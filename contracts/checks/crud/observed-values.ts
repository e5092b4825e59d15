import { toRequestFields } from '../../../schemas/core/fields.ts'
import type { SchemaNode } from '../../../schemas/core/json-schema.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import { toResourcePath } from '../../core/resource-path.ts'
import type { Rules } from '../rules.ts'
import { givenOne, givenPath, newRequest, read, type Sample, toUpdate } from '../sample.ts'

/** Values of enumerations that clients send although the source does not list them are accepted and stored. */
export function toObservedValueChecks(sample: Sample, { clauses }: Rules): readonly Check[] {
  const { create, read: reading, update, keyIn } = sample.resource
  if (!create || !reading || keyIn !== 'body') return []
  return [create, ...(update ? [update] : [])].flatMap((operation) =>
    toFields(operation).map(({ name, values }) =>
      defineCheck(`observed-values-are-accepted-of-${name}`, {
        operation,
        level: 'extended',
        clause: `observed: values of ${name} that clients send; ${clauses.requestFields(operation, name)}`,
        async run(context) {
          if (context.profile === 'documented') context.skip('the source does not list these values')
          const parent = sample.parent && (await givenPath(context, sample.parent))
          const one = operation === update ? await givenOne(context, sample, {}, parent) : undefined
          for (const value of values) {
            const set = { [name]: value, ...sample.companions?.[value] }
            const input = one
              ? { path: one.path, body: toUpdate(sample, one.input, set) }
              : await newRequest(context, sample, set, parent)
            const sent = await context.target.send(operation, input)
            context.expectFields(sent, context.expectResponse(sent), { [name]: value }, 'absent-passes')
            const path = one?.path ?? toResourcePath(sample.resource, input) ?? {}
            const after = await read(context, sample, path)
            context.expectFields(after, context.expectPresent(after), { [name]: value }, 'absent-fails')
          }
        },
      }),
    ),
  )
}

/** The fields of a request with observed values. */
function toFields(operation: Operation) {
  return Object.entries(toRequestFields(operation)).flatMap(([name, node]) => {
    const values = toObserved(node)
    return values.length > 0 ? [{ name, values }] : []
  })
}

function toObserved(node: SchemaNode): readonly string[] {
  const marks = Object.entries(node['x-enum-provenance'] ?? {})
  return marks.flatMap(([value, mark]) => (mark === 'observed' ? [value] : []))
}
