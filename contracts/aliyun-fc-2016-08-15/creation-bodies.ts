import type { Check } from '../core/check.ts'
import { check } from './check.ts'
import type { Creation } from './creation.ts'

/** Bodies that are not the documented object. */
export function toBodyChecks(creation: Creation): readonly Check[] {
  const { operation, idField } = creation
  const page = `004 ${operation.id}`
  const refused = (name: string, toRawBody: (body: string) => string) =>
    check(name, {
      operation,
      level: 'core',
      clause: `${page} 400; 004 Consumes`,
      async run(context) {
        const input = await creation.request(context)
        const { body, ...rest } = input
        const sent = await context.target.send(operation, { ...rest, rawBody: toRawBody(JSON.stringify(body)) })
        context.expectError(sent, context.api.dialect.codes.malformed)
        const path = creation.toPath(input) ?? {}
        context.expectAbsent(await context.target.send(creation.read, { path }))
      },
    })
  return [
    refused('refuses-json-that-breaks-off', (body) => body.slice(0, -1)),
    refused('refuses-a-body-that-is-not-json', () => 'serviceName=demo'),
    refused('refuses-an-empty-body', () => ''),
    check('answers-an-unknown-field', {
      operation,
      level: 'core',
      clause: `${page} 200, 400`,
      async run(context) {
        const input = await creation.request(context, { noSuchField: { of: ['the', 'page'] } })
        const sent = await context.target.send(operation, input)
        const about = 'an unknown field in a body'
        if (sent.response.status < 300) {
          context.expectReply(sent)
          return context.note(about, 'accepted')
        }
        context.expectError(sent, context.api.dialect.codes.invalid)
        context.note(about, 'refused')
      },
    }),
    check('chooses-id-and-times-itself', {
      operation,
      level: 'core',
      clause: `004 Definitions, ${operation.tag}Response: ${idField}, createdTime`,
      async run(context) {
        const chosen = { [idField]: 'chosen-by-the-client', createdTime: '2001-02-03T04:05:06.000+0000' }
        const sent = await context.target.send(operation, await creation.request(context, chosen))
        if (sent.response.status >= 300) {
          context.expectError(sent, context.api.dialect.codes.invalid)
          return
        }
        const body = context.expectReply(sent)
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
