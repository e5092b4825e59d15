import type { Check } from '../core/check.ts'
import { check } from './check.ts'
import type { Kind } from './kind.ts'

/** Bodies that say more than the documented object. */
export function toBodyChecks(kind: Kind): readonly Check[] {
  const { create: operation, idField } = kind
  const ids = idField === undefined ? [] : [idField]
  const page = `004 ${operation.id}`
  return [
    check('unknown-field-is-handled', {
      operation,
      level: 'core',
      clause: `${page} 200, 400`,
      async run(context) {
        const input = await kind.request(context, { noSuchField: { of: ['the', 'page'] } })
        const sent = await context.target.send(operation, input)
        const about = 'an unknown field in a body'
        if (sent.response.status < 300) {
          context.expectResponse(sent)
          return context.note(about, 'accepted')
        }
        context.expectError(sent, context.api.dialect.codes.invalid)
        context.note(about, 'refused')
      },
    }),
    check('id-and-times-are-set-by-server', {
      operation,
      level: 'core',
      clause: `004 Definitions, ${operation.tag}Response: ${[...ids, 'createdTime'].join(', ')}`,
      async run(context) {
        const chosen = {
          ...Object.fromEntries(ids.map((id) => [id, 'chosen-by-the-client'])),
          createdTime: '2001-02-03T04:05:06.000+0000',
        }
        const sent = await context.target.send(operation, await kind.request(context, chosen))
        if (sent.response.status >= 300) {
          context.expectError(sent, context.api.dialect.codes.invalid)
          return
        }
        const body = context.expectResponse(sent)
        const taken = Object.keys(chosen).filter((field) => body[field] === Reflect.get(chosen, field))
        const finding = {
          expected: `${Object.keys(chosen).join(', ')} of the server`,
          actual: `${taken.join(', ')} of the request`,
        }
        context.expectThat(taken.length === 0, finding, sent)
      },
    }),
  ]
}
