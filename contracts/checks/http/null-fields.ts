import { toJsonSchema } from '../../../schemas/core/json-schema.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import type { Call } from '../calls.ts'
import type { Rules } from '../rules.ts'
import { toBody } from '../sample.ts'

/** A field that is null is absent: the request succeeds. Only the profile `observed` requires this. */
export function toNullChecks({ operation, arrange, sample }: Call, { api, clauses }: Rules): readonly Check[] {
  const { body, id } = operation
  if (!api.dialect.isNullAbsent || body?.mediaType !== 'application/json') return []
  const { properties = {}, required = [] } = toJsonSchema(body.schema)
  const optional = Object.keys(properties).filter((name) => !required.includes(name))
  if (optional.length === 0) return []
  return [
    defineCheck('null-fields-are-absent', {
      operation,
      level: 'extended',
      clause: `observed: clients send null for each absent field of ${id}; ${clauses.success(operation)}`,
      async run(context) {
        if (context.profile === 'documented') context.skip('no source requires that null means absent')
        const input = await arrange(context)
        const given = toBody(input)
        const needed = Object.keys(given).filter(
          (name) => !(sample && name in { ...sample.options, ...sample.changes }),
        )
        const nulls = optional.filter((name) => !needed.includes(name)).map((name) => [name, null] as const)
        const body = { ...given, ...Object.fromEntries(nulls) }
        const sent = await context.target.send(operation, { ...input, body })
        context.expectResponse(sent)
      },
    }),
  ]
}
