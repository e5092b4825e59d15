import { type SchemaNode, toJsonSchema } from '../../../schemas/core/json-schema.ts'
import { isObject, type JsonObject } from '../../core/assertions/expect-response.ts'
import type { Tolerance } from '../../core/assertions/tolerance.ts'
import { expectTolerance } from '../../core/assertions/tolerance.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import type { Call } from '../calls.ts'
import type { Rules } from '../rules.ts'

/**
 * Bodies that real clients send and the source does not allow: a required field whose name has another case, and an object
 * whose required members are all null. The profile `observed` accepts both responses. The source requires the fields, so
 * the profile `documented` requires the error.
 */
export function toLenientBodyChecks(call: Call, rules: Rules): readonly Check[] {
  const { operation, sample } = call
  if (operation.body?.mediaType !== 'application/json') return []
  const node = toJsonSchema(operation.body.schema)
  // The cleanup needs the key under its own name.
  const field = node.required?.find((name) => name !== sample?.resource.key && /[a-z]/.test(name))
  const [group, members] = findGroup(node) ?? []
  return [
    ...(field === undefined
      ? []
      : [
          toCheck(call, rules, 'field-name-in-other-case-is-handled', field, 'a field name in another case', (body) => {
            const { [field]: value, ...others } = body
            return value === undefined ? undefined : { ...others, [toOtherCase(field)]: value }
          }),
        ]),
    ...(group === undefined || members === undefined
      ? []
      : [
          toCheck(call, rules, 'object-of-nulls-is-handled', group, 'an object whose members are null', (body) => ({
            ...body,
            [group]: Object.fromEntries(members.map((name) => [name, null])),
          })),
        ]),
  ]
}

function toCheck(
  { operation, arrange }: Call,
  { api, clauses, areCodesUnstated }: Rules,
  name: string,
  field: string,
  about: string,
  change: (body: JsonObject) => JsonObject | undefined,
): Check {
  const codes = areCodesUnstated
    ? Object.keys(api.errors).filter((code) => api.errors[code]?.status === 400)
    : [api.dialect.codes.invalid]
  const tolerance: Tolerance = {
    about,
    codes,
    succeeds: true,
    documented: { succeeds: false },
    ...(areCodesUnstated && { undocumented: [400] }),
  }
  return defineCheck(name, {
    operation,
    level: 'core',
    clause: `${clauses.requestFields(operation, field)} (observed: clients send it)`,
    async run(context) {
      const { body, ...input } = await arrange(context)
      const changed = isObject(body) ? change(body) : undefined
      if (!changed) return context.skip(`the request has no ${field}`)
      expectTolerance(context, await context.target.send(operation, { ...input, body: changed }), tolerance)
    },
  })
}

/** An optional object with required members, and these members. */
function findGroup({ properties = {}, required = [] }: SchemaNode): readonly [string, readonly string[]] | undefined {
  for (const [name, node] of Object.entries(properties)) {
    if (!required.includes(name) && node.required && node.required.length > 0) return [name, node.required]
  }
  return undefined
}

function toOtherCase(name: string): string {
  const first = name.charAt(0)
  return (first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase()) + name.slice(1)
}
