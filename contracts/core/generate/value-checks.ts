import { isHeader } from '../assertions/assertion.ts'
import { toJsonSchema } from '../../../schemas/core/json-schema.ts'
import type { Json } from '../../../schemas/core/json-value.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { isSame } from '../assertions/expect.ts'
import { isObject, type JsonObject, readObject } from '../assertions/expect-response.ts'
import { type Check, defineCheck } from '../check.ts'
import type { CoreContext } from '../context.ts'
import { readHeader } from '../http/exchange.ts'
import type { Input } from '../http/wire-request.ts'

export interface ValueCheckSpec {
  readonly operation: Operation
  /** A valid request without these fields. Creates what the request needs. */
  readonly base: (context: CoreContext) => Promise<Input>
  /** Reads what the request stores. Absent if no operation reads it; then the response must contain it. */
  readonly read?: Operation
  /** The body of `read`. */
  readonly readBody?: JsonObject
  /** The path for `read`. */
  readonly toPath?: (input: Input) => Readonly<Record<string, string>> | undefined
  /** The values of each field, in the order of their requests. */
  readonly values: Readonly<Record<string, readonly Json[]>>
  /**
   * Whether the values are set in turn on one resource, whose other fields must not change. Default: each on a new
   * resource.
   */
  readonly isUpdate?: boolean
  /** Fields that change with every update. */
  readonly volatile?: readonly string[]
  /** Fields with long values, or with names of external resources. A target may reject them. */
  readonly mayReject?: readonly string[]
  /** The source and the place of a field. */
  readonly toClause: (field: string) => string
}

/**
 * Sends values that are often stored wrongly: empty values, shorter lists, another order, special characters. A read
 * must return each value as sent, and an update must keep all other fields.
 */
export function toValueChecks(spec: ValueCheckSpec): readonly Check[] {
  return Object.entries(spec.values).map(([field, values]) =>
    defineCheck(`every-value-is-stored-of-${field}`, {
      operation: spec.operation,
      level: 'core',
      clause: spec.toClause(field),
      async run(context) {
        let input = await spec.base(context)
        for (const [index, value] of values.entries()) {
          if (index > 0 && !spec.isUpdate) input = await spec.base(context)
          await setValue(spec, context, input, field, value)
        }
      },
    }),
  )
}

async function setValue(
  spec: ValueCheckSpec,
  context: CoreContext,
  input: Input,
  field: string,
  value: Json,
): Promise<void> {
  const { read, readBody, isUpdate = false, volatile = [], mayReject = [] } = spec
  const reading = { path: spec.toPath?.(input) ?? {}, ...(readBody && { body: readBody }) }
  const before = isUpdate && read ? await context.given(context.target.send(read, reading)) : undefined
  const body = { ...(isObject(input.body) ? input.body : {}), [field]: value }
  const sent = await context.target.send(spec.operation, { ...input, body })
  if (sent.response.status === 400 && mayReject.includes(field)) {
    context.skip('the target rejects long values, or names of external resources that do not exist')
  }
  // An empty value may be absent from the response.
  const absent = isNothing(value) ? 'absent-passes' : 'absent-fails'
  context.expectFields(sent, context.expectResponse(sent), { [field]: value }, read ? 'absent-passes' : absent)
  if (!read) return
  const after = await context.target.send(read, reading)
  const now = context.expectPresent(after)
  context.expectFields(after, now, { [field]: value }, absent)
  if (!before) return
  const was = readObject(before)
  const listed = toListed(read)
  const others = Object.entries(was).filter(([name]) => name !== field && listed(name) && !volatile.includes(name))
  context.expectFields(after, now, Object.fromEntries(others), 'absent-fails')
  const tags = [before, after].map(({ response }) => readHeader(response, 'etag'))
  if (isSame(was[field], value) || tags.includes(undefined)) return
  const assertions = [isHeader('ETag', { is: 'different', value: tags[0] })]
  const finding = { expected: 'another ETag after a change', actual: `the same ETag ${tags[1]}`, assertions }
  context.expectThat(tags[0] !== tags[1], finding, after)
}

/** Whether the source documents a field. An observed field may have another form. */
function toListed({ success }: Operation): (field: string) => boolean {
  const nodes = Object.values(success).flatMap(({ schema }) => (schema ? [toJsonSchema(schema)] : []))
  return (field) =>
    nodes.some(({ properties }) => properties?.[field] !== undefined && !properties[field]['x-provenance'])
}

function isNothing(value: Json): boolean {
  return typeof value === 'object' && value !== null ? Object.keys(value).length === 0 : value === ''
}
