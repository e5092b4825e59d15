import { expectTolerance } from '../../core/assertions/tolerance.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import type { Rules } from '../rules.ts'
import { expectState, givenOne, givenState, read, type Sample, toUpdate } from '../sample.ts'

/** Longer than the 255 bytes of many database columns. */
const longText = `${'x'.repeat(299)}.`

/** Updates at the edge: empty and long texts, fields that the server sets, and two updates at once. */
export function toUpdateEdgeCaseChecks(sample: Sample, rules: Rules): readonly Check[] {
  if (!sample.resource.create || !sample.resource.update) return []
  return [...toTextChecks(sample, rules), ...toServerSetChecks(sample, rules), ...toConcurrentChecks(sample, rules)]
}

function toTextChecks(sample: Sample, { clauses, tolerances }: Rules): readonly Check[] {
  const { resource, textField } = sample
  const { update: operation } = resource
  if (textField === undefined || !operation) return []
  const clause = clauses.requestFields(operation, textField)
  const toCheck = (name: string, text: string) => {
    const isEmpty = text === ''
    return defineCheck(name, {
      operation,
      level: 'core',
      clause: isEmpty ? clause : `${clause} (no limit is stated)`,
      async run(context) {
        const { path, input } = await givenOne(context, sample)
        const body = toUpdate(sample, input, { [textField]: text })
        const updated = await context.target.send(operation, { path, body })
        if (!expectTolerance(context, updated, isEmpty ? tolerances.emptyText : tolerances.longText)) return
        const after = await read(context, sample, path)
        const absent = isEmpty ? 'absent-passes' : 'absent-fails'
        context.expectFields(after, context.expectPresent(after), { [textField]: text }, absent)
      },
    })
  }
  return [toCheck('update-to-empty-text-is-stored', ''), toCheck('long-text-is-stored', longText)]
}

/** The key is left out: an update may be rejected because of the key alone. */
function toServerSetChecks(sample: Sample, { clauses, tolerances }: Rules): readonly Check[] {
  const { update: operation, idField, times } = sample.resource
  if (!operation || !times) return []
  const fixed = {
    ...(idField !== undefined && { [idField]: 'set-by-the-client' }),
    [times.created]: '2001-02-03T04:05:06.000+0000',
  }
  return [
    defineCheck('update-keeps-server-set-fields', {
      operation,
      level: 'core',
      clause: clauses.responseFields(operation, ...Object.keys(fixed)),
      async run(context) {
        const { path, input } = await givenOne(context, sample)
        const before = await givenState(context, sample, path)
        const kept = Object.fromEntries(
          Object.keys(fixed).flatMap((name) => (name in before ? [[name, before[name]]] : [])),
        )
        for (const [field, value] of Object.entries(fixed)) {
          const body = toUpdate(sample, input, { ...sample.changes, [field]: value })
          expectTolerance(context, await context.target.send(operation, { path, body }), tolerances.serverSetField)
        }
        await expectState(context, sample, path, kept)
      },
    }),
  ]
}

/** Two updates at once that have no field in common. */
function toConcurrentChecks(sample: Sample, { clauses }: Rules): readonly Check[] {
  const { update: operation } = sample.resource
  const [one, other] = Object.entries(sample.changes)
  if (!operation || !one || !other) return []
  return [
    defineCheck('concurrent-updates-keep-both-fields', {
      operation,
      level: 'core',
      clause: `${clauses.success(operation)}; ${clauses.requestFields(operation, one[0], other[0])}`,
      async run(context) {
        const { path, input } = await givenOne(context, sample)
        const bodies = [one, other].map(([field, value]) => toUpdate(sample, input, { [field]: value }))
        const responses = await Promise.all(bodies.map((body) => context.target.send(operation, { path, body })))
        if (responses.some(({ response }) => [409, 429].includes(response.status))) {
          context.skip('the target rejects one of two concurrent updates')
        }
        for (const response of responses) context.expectResponse(response)
        await expectState(context, sample, path, Object.fromEntries([one, other]))
      },
    }),
  ]
}
