import { toCitation } from '../../schemas/core/source.ts'
import type { Check } from '../core/check.ts'
import { type Exchange, readHeader } from '../core/http/exchange.ts'
import { isObject, type JsonObject } from '../core/assertions/expect-response.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import { check } from './check.ts'
import { tolerances } from './tolerances.ts'
import { givenOne, type Kind, toUpdate } from './kind.ts'

const isTaken = ({ response }: Exchange) => response.status < 300
const toStatuses = (responses: readonly Exchange[]) => responses.map(({ response }) => response.status).join(' and ')

/** Two requests at once. */
export function toRaceChecks(kind: Kind): readonly Check[] {
  return [
    check('concurrent-creates-yield-one-winner', {
      operation: kind.create,
      level: 'core',
      clause: `${toCitation(kind.create.source)} 200, 409`,
      async run(context) {
        const input = await kind.request(context, kind.options)
        const body: JsonObject = isObject(input.body) ? input.body : {}
        const inputs = [input, { ...input, body: { ...body, ...kind.changes } }]
        const responses = await Promise.all(inputs.map((item) => context.target.send(kind.create, item)))
        const actual = `the responses ${toStatuses(responses)}`
        const expected = 'one creation and one conflict'
        context.expectThat(responses.filter(isTaken).length === 1, { expected, actual }, responses[1])
        const loser = responses.find((result) => !isTaken(result))
        if (loser) context.expectError(loser, kind.exists)
        const [winner = 0] = responses.flatMap((result, index) => (isTaken(result) ? [index] : []))
        const read = await context.target.send(kind.read, { path: kind.toPath(input) ?? {} })
        const field = Object.keys(kind.changes).find((name) => name in kind.options) ?? ''
        const won = inputs[winner]?.body
        const stored = { [field]: isObject(won) ? won[field] : undefined }
        context.expectFields(read, context.expectPresent(read), stored, 'absent-fails')
      },
    }),
    check('if-match-prevents-lost-update', {
      operation: kind.update,
      level: 'core',
      quirk: 'A23',
      clause: `${toCitation(kind.update.source)}, Header If-Match (the code is open: quirk A23)`,
      async run(context) {
        const { path, input, created, update } = await givenOne(context, kind)
        const tag = readHeader(created.response, 'etag')
        if (!tag) context.skip('the target returns no ETag, so none can be named')
        const [field = '', value] = Object.entries(kind.changes)[0] ?? []
        const bodies = [update, toUpdate(kind, input, { [field]: `${String(value)}-too` })]
        const responses = await Promise.all(
          bodies.map((body) => context.target.send(kind.update, { path, body, headers: { 'If-Match': tag } })),
        )
        const finding = { expected: 'one update and one refusal', actual: `the responses ${toStatuses(responses)}` }
        context.expectThat(responses.filter(isTaken).length === 1, finding, responses[1])
        for (const result of responses) if (!isTaken(result)) expectTolerance(context, result, tolerances.wrongTag)
      },
    }),
    check('concurrent-update-does-not-undo-delete', {
      operation: kind.remove,
      level: 'core',
      clause: `${toCitation(kind.remove.source)} 204; ${toCitation(kind.update.source)} 404`,
      async run(context) {
        const { path, update } = await givenOne(context, kind)
        const [deleted] = await Promise.all([
          context.target.send(kind.remove, { path }),
          context.target.send(kind.update, { path, body: update }),
        ])
        if (!deleted || deleted.response.status === 409) context.skip('the deletion lost against the update')
        context.expectResponse(deleted, 204)
        context.expectAbsent(await context.target.send(kind.read, { path }))
      },
    }),
  ]
}
