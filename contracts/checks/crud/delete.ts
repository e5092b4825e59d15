import { isField } from '../../core/assertions/assertion.ts'
import { isNotListed } from '../list-assertions.ts'
import { readObject } from '../../core/assertions/expect-response.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import type { Rules } from '../rules.ts'
import {
  expectState,
  findEntry,
  givenOne,
  givenSibling,
  givenState,
  isNamedByClient,
  read,
  type Sample,
  toBody,
  toLongerKey,
  toMissingCodes,
  toOwnKey,
} from '../sample.ts'

/** What a deletion removes and keeps. */
export function toDeleteChecks(sample: Sample, rules: Rules): readonly Check[] {
  if (sample.resource.readKey !== undefined) return []
  return [...toRemovalChecks(sample, rules), ...(isNamedByClient(sample) ? toRecreationChecks(sample, rules) : [])]
}

function toRemovalChecks(sample: Sample, { clauses }: Rules): readonly Check[] {
  const { remove: operation, read: reading, list, key, missing } = sample.resource
  if (!operation || !reading || missing === undefined) return []
  const core = { operation, level: 'core' } as const
  // No operation creates the parent alone, so the parent may not exist without children.
  const isEmptiedAway = sample.parent?.resource.keyIn === 'fixture' && sample.resource.keyIn === 'response'
  const codes = isEmptiedAway ? toMissingCodes(sample) : missing
  return [
    defineCheck('deleted-resource-is-gone', {
      ...core,
      clause: `${clauses.success(operation)}; ${clauses.error(reading, 404)}`,
      async run(context) {
        const { path } = await givenOne(context, sample)
        context.expectResponse(await context.target.send(operation, { path }))
        const after = await read(context, sample, path)
        context.expectAbsent(after)
        context.expectError(after, codes)
      },
    }),
    ...(list
      ? [
          defineCheck('deleted-resource-is-not-listed', {
            ...core,
            clause: `${clauses.success(operation)}; ${clauses.success(list)}`,
            async run(context) {
              const one = await givenOne(context, sample)
              const { input, path } = one
              if (isEmptiedAway) await givenSibling(context, sample, one)
              await context.given(context.target.send(operation, { path }))
              const { entry, page: last } = await findEntry(context, sample, input, String(path[key]))
              const finding = {
                expected: `${list.id} does not list ${path[key]}`,
                actual: 'it is still in the list',
                assertions: [isNotListed(sample, String(path[key]))],
              }
              context.expectThat(entry === undefined, finding, last)
            },
          }),
        ]
      : []),
    defineCheck('second-delete-is-rejected', {
      ...core,
      clause: clauses.error(operation, 404),
      async run(context) {
        const { path } = await givenOne(context, sample)
        await context.given(context.target.send(operation, { path }))
        context.expectError(await context.target.send(operation, { path }), codes)
      },
    }),
    defineCheck('other-resources-are-unchanged', {
      ...core,
      clause: clauses.path(operation),
      async run(context) {
        const one = await givenOne(context, sample)
        const otherPath = await givenSibling(context, sample, one, toLongerKey(sample, toOwnKey(sample, one.path)))
        const before = await givenState(context, sample, otherPath)
        await context.given(context.target.send(operation, { path: one.path }))
        await expectState(context, sample, otherPath, before)
      },
    }),
  ]
}

function toRecreationChecks(sample: Sample, { clauses }: Rules): readonly Check[] {
  const { resource, options, required = [] } = sample
  const { create, read: reading, remove: operation, idField } = resource
  if (!create || !reading || !operation) return []
  return [
    defineCheck('recreated-resource-is-new', {
      operation: create,
      level: 'core',
      clause: `${clauses.success(operation)}; ${clauses.success(create)}`,
      async run(context) {
        const { input, path } = await givenOne(context, sample)
        await context.given(context.target.send(operation, { path }))
        const optional = Object.keys(options).filter((field) => !required.includes(field))
        const least = Object.fromEntries(Object.entries(toBody(input)).filter(([field]) => !optional.includes(field)))
        context.expectResponse(await context.target.send(create, { ...input, body: least }), 200)
        const after = await read(context, sample, path)
        const now = context.expectPresent(after)
        const stale = optional.filter((field) => now[field] === options[field])
        const finding = {
          expected: 'no value of the deleted resource',
          actual: `its ${stale.join(', ')}`,
          assertions: stale.map((field) => isField([field], { is: 'different', value: options[field] })),
        }
        context.expectThat(stale.length === 0, finding, after)
      },
    }),
    ...(idField === undefined
      ? []
      : [
          defineCheck('recreated-resource-has-new-id', {
            operation: create,
            level: 'extended',
            clause: `${clauses.responseFields(create, idField)}, a unique id`,
            async run(context) {
              const { input, created, path } = await givenOne(context, sample)
              await context.given(context.target.send(operation, { path }))
              const again = await context.given(context.target.send(create, input))
              const [first, second] = [created, again].map((item) => readObject(item)[idField])
              if (first === undefined || second === undefined) {
                return context.note(`${idField} in the responses`, 'left out')
              }
              const finding = {
                expected: `a ${idField} that differs from that of the deleted resource`,
                actual: `${String(second)} again`,
                assertions: [isField([idField], { is: 'different', value: first })],
              }
              context.expectThat(first !== second, finding, again)
            },
          }),
        ]),
  ]
}
