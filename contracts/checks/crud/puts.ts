import { toResponseFields } from '../../../schemas/core/fields.ts'
import { readObject } from '../../core/assertions/expect-response.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import { type Exchange, readHeader } from '../../core/http/exchange.ts'
import { readTime } from '../../core/read-time.ts'
import type { Rules } from '../rules.ts'
import {
  expectState,
  findEntry,
  givenOne,
  givenPath,
  newRequest,
  read,
  type Sample,
  toBody,
  toOwnKey,
} from '../sample.ts'
import { pauseMs } from './later-changes.ts'

/** A put stores the whole configuration of a place, which the query names, or replaces the existing one. */
export function toPutChecks(sample: Sample, rules: Rules): readonly Check[] {
  if (sample.resource.keyIn !== 'query') return []
  return [
    ...toReplaceChecks(sample, rules),
    ...toTimeChecks(sample, rules),
    ...toPlaceChecks(sample, rules),
    ...toMissingChecks(sample, rules),
  ]
}

function toReplaceChecks(sample: Sample, { clauses }: Rules): readonly Check[] {
  const { resource, options, changes, kept = [] } = sample
  const { create: operation, list, etag } = resource
  if (!operation) return []
  const core = { operation, level: 'core' } as const
  return [
    defineCheck('put-replaces-the-stored-values', {
      ...core,
      clause: `${clauses.success(operation)}; ${clauses.requestFields(operation, ...Object.keys(changes))}`,
      async run(context) {
        const { path, input, created } = await givenOne(context, sample)
        const body = { ...toBody(input), ...changes }
        const sent = await context.target.send(operation, { path, body })
        context.expectFields(sent, context.expectResponse(sent), body, 'absent-fails')
        await expectState(context, sample, path, body)
        if (list) {
          const { entry, page } = await findEntry(context, sample, { path }, toOwnKey(sample, path))
          context.expectFields(page, entry, body, 'absent-fails')
        }
        const tags = [created, sent].map(({ response }) => etag && readHeader(response, etag))
        if (tags.includes(undefined)) return
        const finding = { expected: 'another ETag after a change', actual: `the ETag ${tags[0]} again` }
        context.expectThat(tags[0] !== tags[1], finding, sent)
      },
    }),
    defineCheck('put-without-optional-fields-resets-them', {
      ...core,
      clause: `${clauses.success(operation)}; ${clauses.requestFields(operation, ...Object.keys(options))}`,
      async run(context) {
        const { path, input } = await givenOne(context, sample)
        const { body } = await newRequest(context, sample, {}, path)
        await context.given(context.target.send(operation, { path, body }))
        const after = await read(context, sample, path)
        const now = context.expectPresent(after)
        const absent = Object.keys(options).filter((name) => !(name in toBody({ body })))
        const before = toBody(input)
        const stale = absent.filter((name) => !kept.includes(name) && now[name] === before[name])
        const finding = { expected: 'no value of the replaced configuration', actual: `its ${stale.join(', ')}` }
        context.expectThat(stale.length === 0, finding, after)
        if (context.profile === 'documented') return
        const stays = absent.filter((name) => kept.includes(name)).map((name) => [name, before[name]])
        context.expectFields(after, now, Object.fromEntries(stays), 'absent-fails')
      },
    }),
  ]
}

function toTimeChecks(sample: Sample, { clauses }: Rules): readonly Check[] {
  const { create: operation, list, times } = sample.resource
  if (!operation || !times) return []
  return [
    defineCheck('later-put-advances-last-modified-time', {
      operation,
      level: 'core',
      clause: clauses.responseFields(operation, times.created, times.modified),
      async run(context) {
        const { path, input, created } = await givenOne(context, sample)
        await context.pause(pauseMs)
        const sent = await context.given(
          context.target.send(operation, { path, body: { ...toBody(input), ...sample.changes } }),
        )
        const after = await read(context, sample, path)
        context.expectPresent(after)
        const found = list && (await findEntry(context, sample, { path }, toOwnKey(sample, path)))
        const toTime = (field: string, body: object) => readTime(String(Reflect.get(body, field)))
        const was = readObject(created)
        const [made, first] = [times.created, times.modified].map((field) => toTime(field, was))
        const shown: readonly (readonly [Exchange, object])[] = [
          [sent, readObject(sent)],
          [after, readObject(after)],
          ...(found?.entry ? [[found.page, found.entry] as const] : []),
        ]
        for (const [exchange, body] of shown) {
          const [kept, last] = [times.created, times.modified].map((field) => toTime(field, body))
          if (made === undefined || first === undefined || kept === undefined || last === undefined) continue
          const expected = `${times.created} as before, and ${times.modified} more than a second later`
          const actual = `${times.created} ${new Date(kept).toISOString()}, ${times.modified} ${new Date(last).toISOString()}`
          const isLate = last > first && last - first < 600_000
          context.expectThat(Math.abs(kept - made) < 1000 && isLate, { expected, actual }, exchange)
        }
      },
    }),
  ]
}

/** The configurations of two places are independent of each other. */
function toPlaceChecks(sample: Sample, { clauses }: Rules): readonly Check[] {
  const { resource, otherPlace, options } = sample
  const { create: operation, read: reading, remove, list, key, missing } = resource
  if (!operation || !reading || !otherPlace) return []
  const shown = Object.keys(toResponseFields(operation))
  return [
    defineCheck(`configurations-of-two-${key}s-are-separate`, {
      operation,
      level: 'core',
      clause: clauses.query(operation, key),
      async run(context) {
        const one = await givenOne(context, sample)
        const other = await otherPlace(context, one.path)
        const body = { ...toBody(one.input), ...sample.changes }
        const sent = await context.target.send(operation, { path: other, body })
        context.expectFields(sent, context.expectResponse(sent), body, 'absent-fails')
        const states = [
          [one.path, toBody(one.input)],
          [other, body],
        ] as const
        for (const [path, state] of states) {
          await expectState(context, sample, path, { ...state, ...(shown.includes(key) && { [key]: path[key] }) })
          if (!list) continue
          const { entry, page } = await findEntry(context, sample, { path }, toOwnKey(sample, path))
          context.expectFields(page, entry, state, 'absent-fails')
        }
        if (!remove) return
        await context.given(context.target.send(remove, { path: other }))
        if (missing !== undefined) context.expectError(await read(context, sample, other), missing)
        await expectState(context, sample, one.path, options)
      },
    }),
  ]
}

/** A configuration that no request has stored is missing. */
function toMissingChecks(sample: Sample, { clauses }: Rules): readonly Check[] {
  const { read: reading, remove, missing, name } = sample.resource
  const { parent, place } = sample
  if (missing === undefined || !parent || !place) return []
  return [reading, remove].flatMap((operation) =>
    operation
      ? [
          defineCheck(`missing-${name}-is-rejected`, {
            operation,
            level: 'core',
            clause: clauses.error(operation, 404),
            async run(context) {
              const path = await place(context, await givenPath(context, parent))
              context.expectError(await context.target.send(operation, { path }), missing)
            },
          }),
        ]
      : [],
  )
}
