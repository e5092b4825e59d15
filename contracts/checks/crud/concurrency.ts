import { expectTolerance } from '../../core/assertions/tolerance.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import { type Exchange, readHeader } from '../../core/http/exchange.ts'
import { toResourcePath } from '../../core/resource-path.ts'
import type { Rules } from '../rules.ts'
import { expectState, givenOne, newRequest, read, type Sample, toBody, toUpdate } from '../sample.ts'
import { withOpenCode } from './conditional-requests.ts'

const isAccepted = ({ response }: Exchange) => response.status < 300
const toStatuses = (responses: readonly Exchange[]) => responses.map(({ response }) => response.status).join(' and ')

/** Two requests at the same time. */
export function toConcurrencyChecks(sample: Sample, rules: Rules): readonly Check[] {
  if (sample.resource.keyIn !== 'body') return []
  return [...toCreateChecks(sample, rules), ...toUpdateChecks(sample, rules), ...toRemoveChecks(sample, rules)]
}

function toCreateChecks(sample: Sample, { clauses }: Rules): readonly Check[] {
  const { resource, options, changes } = sample
  const { create: operation, exists } = resource
  if (!operation || exists === undefined) return []
  return [
    defineCheck('concurrent-creates-yield-one-winner', {
      operation,
      level: 'core',
      clause: clauses.outcomes(operation, 409),
      async run(context) {
        const input = await newRequest(context, sample, options)
        const inputs = [input, { ...input, body: { ...toBody(input), ...changes } }]
        const responses = await Promise.all(inputs.map((item) => context.target.send(operation, item)))
        const actual = `the statuses ${toStatuses(responses)}`
        const expected = 'one success and one conflict'
        context.expectThat(responses.filter(isAccepted).length === 1, { expected, actual }, responses[1])
        const loser = responses.find((response) => !isAccepted(response))
        if (loser) context.expectError(loser, exists)
        const [winner = 0] = responses.flatMap((response, index) => (isAccepted(response) ? [index] : []))
        const field = Object.keys(changes).find((name) => name in options) ?? ''
        const stored = { [field]: toBody(inputs[winner] ?? {})[field] }
        await expectState(context, sample, toResourcePath(resource, input) ?? {}, stored)
      },
    }),
  ]
}

function toUpdateChecks(sample: Sample, { clauses, tolerances }: Rules): readonly Check[] {
  const { resource, changes } = sample
  const { update: operation, etag } = resource
  if (!operation || etag === undefined || !('If-Match' in operation.params.header)) return []
  return [
    defineCheck('if-match-prevents-lost-update', {
      operation,
      level: 'core',
      quirk: tolerances.wrongTag.quirk,
      clause: withOpenCode(clauses.header(operation, 'If-Match'), tolerances.wrongTag),
      async run(context) {
        const { path, input, created } = await givenOne(context, sample)
        const tag = readHeader(created.response, etag)
        if (!tag) return context.skip('the target returns no ETag')
        const [field = '', value] = Object.entries(changes)[0] ?? []
        const bodies = [toUpdate(sample, input), toUpdate(sample, input, { [field]: `${String(value)}-too` })]
        const responses = await Promise.all(
          bodies.map((body) => context.target.send(operation, { path, body, headers: { 'If-Match': tag } })),
        )
        const finding = { expected: 'one success and one error', actual: `the statuses ${toStatuses(responses)}` }
        context.expectThat(responses.filter(isAccepted).length === 1, finding, responses[1])
        const rejected = responses.filter((response) => !isAccepted(response))
        for (const response of rejected) expectTolerance(context, response, tolerances.wrongTag)
      },
    }),
  ]
}

function toRemoveChecks(sample: Sample, { clauses }: Rules): readonly Check[] {
  const { update, remove: operation } = sample.resource
  if (!operation || !update) return []
  return [
    defineCheck('concurrent-update-does-not-undo-delete', {
      operation,
      level: 'core',
      clause: `${clauses.success(operation)}; ${clauses.error(update, 404)}`,
      async run(context) {
        const { path, input } = await givenOne(context, sample)
        const [deleted] = await Promise.all([
          context.target.send(operation, { path }),
          context.target.send(update, { path, body: toUpdate(sample, input) }),
        ])
        if (!deleted || deleted.response.status === 409) return context.skip('the target rejects the concurrent delete')
        context.expectResponse(deleted, 204)
        context.expectAbsent(await read(context, sample, path))
      },
    }),
  ]
}
