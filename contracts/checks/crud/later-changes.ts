import { setTimeout as sleep } from 'node:timers/promises'
import type { Operation } from '../../../schemas/core/operation.ts'
import { fail, toText } from '../../core/assertions/expect.ts'
import { type JsonObject, readObject } from '../../core/assertions/expect-response.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import type { CoreContext } from '../../core/context.ts'
import type { Exchange } from '../../core/http/exchange.ts'
import { readTime } from '../../core/read-time.ts'
import { readDocumented } from '../readings.ts'
import type { Rules } from '../rules.ts'
import {
  type Created,
  findEntry,
  givenOne,
  givenPath,
  read,
  type Sample,
  toOwnKey,
  toUpdate,
  withKey,
} from '../sample.ts'
import { findOtherTime } from './times.ts'

/** Longer than one second, the coarsest resolution of times, with a margin for clocks. */
export const pauseMs = 1100

/** These checks wait, so they stand among other checks that a run can do in the meantime. */
export function toLaterChangeChecks(sample: Sample, rules: Rules): readonly Check[] {
  const { create, update: operation, times } = sample.resource
  if (!create || !times) return []
  return [
    toLaterCreationCheck(sample, create, times.created, rules),
    ...(operation
      ? [
          defineCheck('later-update-advances-last-modified-time', {
            operation,
            level: 'core',
            clause: rules.clauses.responseFields(operation, times.created, times.modified),
            async run(context) {
              const one = await givenOne(context, sample)
              await sleep(pauseMs)
              await expectLater(context, sample, rules, one, toUpdate(sample, one.input))
            },
          }),
        ]
      : []),
  ]
}

/** The time of creation is later than that of everything that was created more than a second before. */
function toLaterCreationCheck(sample: Sample, create: Operation, field: string, { clauses }: Rules): Check {
  return defineCheck('later-creation-has-later-time', {
    operation: create,
    level: 'core',
    clause: clauses.responseFields(create, field),
    async run(context) {
      const { parent } = sample
      const above = parent && !parent.fixture ? await givenOne(context, parent) : undefined
      const within = above?.path ?? (parent && (await givenPath(context, parent)))
      const one = await givenOne(context, sample, sample.options, within)
      await sleep(pauseMs)
      if (within) await sample.beforeNext?.(context, within, 1)
      const input = sample.resource.keyIn === 'body' ? withKey(sample, one.input, context.name()) : one.input
      const later = await context.given(context.target.send(create, input))
      const toCreated = (exchange: Exchange) => readTime(String(readObject(exchange)[field]))
      const time = toCreated(later)
      if (time === undefined) return context.skip(`the response has no ${field}`)
      for (const earlier of [one.created, ...(above ? [above.created] : [])]) {
        const before = toCreated(earlier)
        const finding = {
          expected: `${field} after ${toText(readObject(earlier)[field])}: ${earlier.operation.id} was more than a second before`,
          actual: `${field} ${toText(readObject(later)[field])}`,
        }
        context.expectThat(before === undefined || time > before, finding, later)
      }
    },
  })
}

/** An update advances the time of the last change and keeps the time of creation. The list shows the same times. */
export async function expectLater(
  context: CoreContext,
  sample: Sample,
  { clauses }: Rules,
  { created, input, path }: Created,
  body: JsonObject,
): Promise<void> {
  const { update, list, times } = sample.resource
  if (!update || !times) throw new TypeError(`${sample.resource.name}: update and times are needed`)
  await context.given(context.target.send(update, { path, body }))
  const after = await read(context, sample, path)
  const [was, is] = [readObject(created), context.expectPresent(after)]
  const toTimes = (field: string) => [was, is].map((row) => readTime(String(row[field])))
  const [made, kept] = toTimes(times.created)
  if (made !== undefined && kept !== undefined) {
    const finding = {
      expected: `${times.created} ${String(was[times.created])}`,
      actual: `${times.created} ${String(is[times.created])} after an update`,
    }
    context.expectThat(Math.abs(kept - made) < 1000, finding, after)
  }
  const [first, second] = toTimes(times.modified)
  if (first === undefined || second === undefined) return context.note(`${times.modified} in the responses`, 'left out')
  const expected = `${times.modified} after ${String(was[times.modified])}: ${update.id} followed more than a second later`
  const actual = `${times.modified} ${String(is[times.modified])}`
  context.expectThat(second > first, { expected, actual }, after)
  if (!list) return
  const values = readDocumented(after)
  const { entry, page } = await findEntry(context, sample, input, toOwnKey(sample, path))
  const finding = entry && findOtherTime(entry, values, times)
  if (finding) fail({ operation: list.id, clause: `${clauses.success(list)}: ${times.modified}` }, finding, page)
}
