import { setTimeout as sleep } from 'node:timers/promises'
import { fail } from '../../core/assertions/expect.ts'
import { type JsonObject, readObject } from '../../core/assertions/expect-response.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import type { CoreContext } from '../../core/context.ts'
import { readTime } from '../../core/read-time.ts'
import { readDocumented } from '../readings.ts'
import type { Rules } from '../rules.ts'
import { type Created, findEntry, givenOne, read, type Sample, toOwnKey, toUpdate } from '../sample.ts'
import { findOtherTime } from './times.ts'

/** Longer than one second, the coarsest resolution of times, with a margin for clocks. */
export const pauseMs = 1100

/** The check waits, so it stands among other checks that a run can do in the meantime. */
export function toLaterChangeChecks(sample: Sample, rules: Rules): readonly Check[] {
  const { create, update: operation, times } = sample.resource
  if (!create || !operation || !times) return []
  return [
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
