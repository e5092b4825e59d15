import { toJsonSchema } from '../../../schemas/core/json-schema.ts'
import type { Json } from '../../../schemas/core/json-value.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { type Check, defineCheck } from '../check.ts'
import type { CoreContext } from '../context.ts'
import { readHeader } from '../http/exchange.ts'
import { isSame } from '../assertions/expect.ts'
import { isObject, type JsonObject, readObject } from '../assertions/expect-response.ts'
import type { Input } from '../http/wire-request.ts'

export interface ValueCheckSpec {
  readonly operation: Operation
  /** A valid request without the fields; sets up what it needs. */
  readonly base: (context: CoreContext) => Promise<Input>
  /** Reads what such a request stores; nothing where no operation does, and the response itself must show it. */
  readonly read?: Operation
  /** What reading needs besides the path. */
  readonly readBody?: JsonObject
  /** The path under which it can be read. */
  readonly toPath?: (input: Input) => Readonly<Record<string, string>> | undefined
  /** Values of each field, in the order in which they are set. */
  readonly values: Readonly<Record<string, readonly Json[]>>
  /** The values are set one after the other on one thing, of which all else must stay. Default: each on a new one. */
  readonly isUpdate?: boolean
  /** Fields that every change changes. */
  readonly volatile?: readonly string[]
  /** Fields whose values name things outside of the target, or are longer than it may want: it may refuse them. */
  readonly mayRefuse?: readonly string[]
  /** Page and place of a field. */
  readonly toClause: (field: string) => string
}

/**
 * Each field through values that servers get wrong: emptied, replaced by less, in another order, with characters that
 * mean something elsewhere. Every one reads back as it was sent, and an update leaves all else.
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
  const { read, readBody, isUpdate = false, volatile = [], mayRefuse = [] } = spec
  const reading = { path: spec.toPath?.(input) ?? {}, ...(readBody && { body: readBody }) }
  const before = isUpdate && read ? await context.given(context.target.send(read, reading)) : undefined
  const body = { ...(isObject(input.body) ? input.body : {}), [field]: value }
  const sent = await context.target.send(spec.operation, { ...input, body })
  if (sent.response.status === 400 && mayRefuse.includes(field)) {
    context.skip('the target refuses what does not exist outside of it, or is long')
  }
  // Nothing may be shown as nothing, or left out.
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
  const finding = { expected: 'another ETag after a change', actual: `${tags[1]}, as before` }
  context.expectThat(tags[0] !== tags[1], finding, after)
}

/** Whether the page lists a field: what is only observed may say the same in another way. */
function toListed({ success }: Operation): (field: string) => boolean {
  const nodes = Object.values(success).flatMap(({ schema }) => (schema ? [toJsonSchema(schema)] : []))
  return (field) =>
    nodes.some(({ properties }) => properties?.[field] !== undefined && !properties[field]['x-provenance'])
}

function isNothing(value: Json): boolean {
  return typeof value === 'object' && value !== null ? Object.keys(value).length === 0 : value === ''
}
