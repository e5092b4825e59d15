import type { Json } from '../../../schemas/core/json-value.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { toCitation } from '../../../schemas/core/source.ts'
import { isObject, type JsonObject, readObject } from '../assertions/expect-response.ts'
import { type Check, defineCheck } from '../check.ts'
import type { CoreContext } from '../context.ts'
import type { Input } from '../http/wire-request.ts'
import { type Choices, toPairwiseRows } from './pairwise.ts'

export interface PairwiseCheckSpec {
  readonly operation: Operation
  /** A valid request without these fields. Creates what the request needs. */
  readonly base: (context: CoreContext) => Promise<Input>
  /** Reads what the request stores. Absent if no operation reads it; then the response must contain it. */
  readonly read?: Operation
  /** The body of `read`. */
  readonly readBody?: JsonObject
  /** The path for `read`. */
  readonly toPath?: (input: Input) => Readonly<Record<string, string>> | undefined
  /** The values of each field. `undefined` omits the field. */
  readonly fields: Choices<Json | undefined>
  /** Whether an update must keep omitted fields. Default: not checked. */
  readonly keepsOthers?: boolean
  /** Adds the fields that the source requires together with those of a row. */
  readonly complete?: (body: JsonObject) => JsonObject
}

/** Checks with every pair of values of every two optional fields. A read must return the sent values. */
export function toPairwiseChecks(spec: PairwiseCheckSpec): readonly Check[] {
  const { operation, read, readBody, complete = (body: JsonObject) => body } = spec
  const rows = toPairwiseRows(spec.fields)
    .map((row) =>
      Object.entries(row).flatMap(([field, value]) => (value === undefined ? [] : [[field, value] as const])),
    )
    // Other checks cover the request without optional fields.
    .filter((row) => row.length > 0)
  return rows.map((row, index) =>
    defineCheck(`field-combination-is-stored-${index + 1}`, {
      operation,
      level: 'core',
      clause: `${toCitation(operation.source)} 200, Body: ${row.map(([field]) => field).join(', ')}`,
      async run(context) {
        const input = await spec.base(context)
        const path = spec.toPath?.(input) ?? {}
        const before =
          spec.keepsOthers && read
            ? readObject(await context.given(context.target.send(read, { path, ...(readBody && { body: readBody }) })))
            : ({} satisfies JsonObject)
        const set = Object.fromEntries(row)
        const body = complete({ ...(isObject(input.body) ? input.body : {}), ...set })
        const sent = await context.target.send(operation, { ...input, body })
        context.expectFields(sent, context.expectResponse(sent), set, read ? 'absent-passes' : 'absent-fails')
        if (!read) return
        const after = await context.target.send(read, { path, ...(readBody && { body: readBody }) })
        const others = Object.keys(spec.fields).filter((field) => before[field] !== undefined)
        const kept = Object.fromEntries(others.map((field) => [field, before[field]]))
        context.expectFields(after, context.expectPresent(after), { ...kept, ...set }, 'absent-fails')
      },
    }),
  )
}
