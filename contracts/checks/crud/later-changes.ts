import { isDeepStrictEqual } from 'node:util'
import { toRequestFields } from '../../../schemas/core/fields.ts'
import type { Json } from '../../../schemas/core/json-value.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { toSample } from '../../../schemas/core/sample.ts'
import { fail, toText } from '../../core/assertions/expect.ts'
import { type JsonObject, readObject } from '../../core/assertions/expect-response.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import type { CoreContext } from '../../core/context.ts'
import { toUnusualValues } from '../../core/generate/unusual-values.ts'
import type { Exchange } from '../../core/http/exchange.ts'
import { type Path, toResourcePath } from '../../core/resource-path.ts'
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
  toKey,
  toOwnKey,
  toUpdate,
  withKey,
} from '../sample.ts'
import { findOtherTime } from './times.ts'

/** Longer than one second, the coarsest resolution of times, with a margin for clocks. */
export const pauseMs = 1100

/** These checks wait, so they stand among other checks that a run can do in the meantime. */
export function toLaterChangeChecks(sample: Sample, rules: Rules): readonly Check[] {
  const { create, update: operation, times, keyIn } = sample.resource
  if (!create || !times || keyIn === 'query') return []
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
              await context.pause(pauseMs)
              await expectLater(context, sample, rules, one, toUpdate(sample, one.input))
            },
          }),
          toEachFieldCheck(sample, operation, times.modified, rules),
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
      await context.pause(pauseMs)
      if (within) await sample.beforeNext?.(context, within, 1)
      const { created: later } = await givenAnother(context, sample, within, one)
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

/** An update of any field advances the time of the last change, so the check updates one resource for each field. */
function toEachFieldCheck(sample: Sample, operation: Operation, field: string, { clauses }: Rules): Check {
  return defineCheck('each-update-advances-last-modified-time', {
    operation,
    level: 'core',
    clause: clauses.responseFields(operation, field),
    async run(context) {
      const within = sample.parent && (await givenPath(context, sample.parent))
      const created: (readonly [Created, name: string, value: Json])[] = []
      for (const [name, node] of Object.entries(toRequestFields(operation))) {
        const isLeftOut = sample.resource.ignored?.includes(name) || sample.repeated?.includes(name)
        const [value] = [...toUnusualValues(node), toSample(node)].filter((one) => one !== null)
        if (isLeftOut || node['x-provenance'] !== undefined || value === undefined) continue
        created.push([await givenAnother(context, sample, within, created[0]?.[0]), name, value])
      }
      await context.pause(pauseMs)
      for (const [{ input, path, created: first }, name, value] of created) {
        const body = toUpdate(sample, input, { [name]: value })
        const updated = await context.target.send(operation, { path, body })
        const [was, is] = [first, updated].map((exchange) => readObject(exchange))
        // A target may reject unusual values, and an equal value is no change.
        if (updated.response.status >= 300 || isDeepStrictEqual(was?.[name], is?.[name])) continue
        const [before, after] = [was, is].map((row) => readTime(String(row?.[field])))
        if (before === undefined || after === undefined) continue
        const finding = {
          expected: `${field} after ${toText(was?.[field])}: ${name} changed more than a second later`,
          actual: `${field} ${toText(is?.[field])}`,
        }
        context.expectThat(after > before, finding, updated)
      }
    },
  })
}

/** Creates one like `first`, with another key. */
async function givenAnother(
  context: CoreContext,
  sample: Sample,
  within: Path | undefined,
  first?: Created,
): Promise<Created> {
  const { create, keyIn } = sample.resource
  if (!first || !create) return await givenOne(context, sample, {}, within)
  const input = keyIn === 'body' ? withKey(sample, first.input, toKey(sample, context.name())) : first.input
  const created = await context.given(context.target.send(create, input))
  return { input, created, path: toResourcePath(sample.resource, input, readObject(created)) ?? {} }
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
