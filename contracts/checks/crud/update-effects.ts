import { isHeader } from '../../core/assertions/assertion.ts'
import { toRequestFields } from '../../../schemas/core/fields.ts'
import { isObject, type JsonObject, readObject } from '../../core/assertions/expect-response.ts'
import { expectTolerance } from '../../core/assertions/tolerance.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import { readHeader } from '../../core/http/exchange.ts'
import { readTime } from '../../core/read-time.ts'
import type { Rules } from '../rules.ts'
import {
  expectState,
  findEntry,
  givenOne,
  givenSibling,
  givenState,
  newRequest,
  read,
  type Sample,
  toLongerKey,
  toOwnKey,
  toShown,
  toUpdate,
} from '../sample.ts'

/** What a successful update changes: the sent fields, the ETag and the time of the last change, and nothing else. */
export function toUpdateEffectChecks(sample: Sample, rules: Rules): readonly Check[] {
  return [...toChangeChecks(sample, rules), ...toStateTagChecks(sample, rules), ...toKeepChecks(sample, rules)]
}

function toChangeChecks(sample: Sample, { clauses }: Rules): readonly Check[] {
  const { resource, changes } = sample
  const { update: operation, list, key } = resource
  if (!operation) return []
  const core = { operation, level: 'core' } as const
  return [
    ...Object.entries(changes).map(([field, value]) =>
      defineCheck(`update-changes-only-${field}`, {
        ...core,
        clause: `${clauses.success(operation)}; ${clauses.requestFields(operation, field)}`,
        async run(context) {
          const { path, input } = await givenOne(context, sample)
          const before = await givenState(context, sample, path)
          const body = toUpdate(sample, input, { [field]: value })
          const updated = await context.target.send(operation, { path, body })
          const expected = { ...before, [field]: value }
          context.expectFields(updated, context.expectResponse(updated), expected, 'absent-passes')
          await expectState(context, sample, path, expected)
        },
      }),
    ),
    // No response shows these fields, so only the others are compared.
    ...(sample.resource.writeOnly ?? [])
      .filter((field) => field in toRequestFields(operation) && !sample.repeated?.includes(field))
      .map((field) =>
        defineCheck(`update-of-${field}-keeps-other-fields`, {
          ...core,
          clause: `${clauses.success(operation)}; ${clauses.requestFields(operation, field)}`,
          async run(context) {
            const { path, input } = await givenOne(context, sample)
            const { body } = await newRequest(context, sample, {}, input.path)
            const { [field]: value } = isObject(body) ? body : {}
            await context.given(
              context.target.send(operation, { path, body: toUpdate(sample, input, { [field]: value }) }),
            )
            await expectState(context, sample, path, toShown(sample, input))
          },
        }),
      ),
    ...(list
      ? [
          defineCheck('update-is-seen-in-list', {
            ...core,
            clause: `${clauses.success(operation)}; ${clauses.success(list)}`,
            async run(context) {
              const { input, path } = await givenOne(context, sample)
              await context.given(context.target.send(operation, { path, body: toUpdate(sample, input) }))
              const { entry, page: last } = await findEntry(context, sample, input, String(path[key]))
              context.expectFields(last, entry, changes, 'absent-fails')
            },
          }),
        ]
      : []),
  ]
}

/** The ETag and the time of the last change follow the state. */
function toStateTagChecks(sample: Sample, { clauses }: Rules): readonly Check[] {
  const { update: operation, etag, times } = sample.resource
  if (!operation) return []
  return [
    ...(etag === undefined
      ? []
      : [
          defineCheck('update-changes-etag', {
            operation,
            level: 'core',
            clause: clauses.responseHeader(operation, etag),
            async run(context) {
              const { created, path, input } = await givenOne(context, sample)
              const updated = await context.given(
                context.target.send(operation, { path, body: toUpdate(sample, input) }),
              )
              const after = await context.given(read(context, sample, path))
              const [first, second, third] = [created, updated, after].map((item) => readHeader(item.response, etag))
              if (!first || !second || !third) return context.skip('a response has no ETag')
              const finding = {
                expected: 'another ETag after a change, and the same ETag in a read',
                actual: `${first} before, ${second} in the response, ${third} in the read`,
              }
              const isOther = [isHeader(etag, { is: 'different', value: first })]
              context.expectThat(first !== second, { ...finding, assertions: isOther }, updated)
              const isSame = [isHeader(etag, { is: 'equal', value: second })]
              // A read that is an update may change the ETag.
              if (after.operation.method === 'get')
                context.expectThat(second === third, { ...finding, assertions: isSame }, after)
            },
          }),
        ]),
    ...(times === undefined
      ? []
      : [
          defineCheck('update-changes-last-modified-time', {
            operation,
            level: 'core',
            clause: clauses.responseFields(operation, times.modified),
            async run(context) {
              const { created, path, input } = await givenOne(context, sample)
              // Times may have a resolution of one second: a change within the same second need not show.
              const body = toUpdate(sample, input)
              const updated = await context.given(context.target.send(operation, { path, body }))
              const texts = [created, updated].map((item) => String(readObject(item)[times.modified]))
              const [before, after] = texts.map(readTime)
              if (before === undefined || after === undefined) {
                return context.skip(`a response has no ${times.modified}`)
              }
              // A time without a fraction has a resolution of one second.
              const toleranceMs = texts.every((text) => text.includes('.')) ? 0 : 999
              const actual = `${texts[0]} before, ${texts[1]} after`
              const finding = { expected: `${times.modified} does not go back`, actual }
              context.expectThat(after >= before - toleranceMs, finding, updated)
              context.note(`${times.modified} after an immediate update`, after > before ? 'later' : 'the same')
            },
          }),
        ]),
  ]
}

function toKeepChecks(sample: Sample, { clauses, tolerances }: Rules): readonly Check[] {
  const { resource, changes } = sample
  const { create, update: operation, idField, times, key, exists } = resource
  if (!create || !operation) return []
  const core = { operation, level: 'core' } as const
  const fixed = [...(idField ? [idField] : []), ...(times ? [times.created] : []), key]
  return [
    defineCheck('update-keeps-id-name-and-creation-time', {
      ...core,
      clause: clauses.responseFields(operation, ...fixed),
      async run(context) {
        const { path, input } = await givenOne(context, sample)
        const before = await givenState(context, sample, path)
        const kept = Object.fromEntries(fixed.flatMap((field) => (field in before ? [[field, before[field]]] : [])))
        const sent: JsonObject = Object.fromEntries(fixed.map((field) => [field, 'set-by-the-client']))
        const body = { ...toUpdate(sample, input), ...sent }
        expectTolerance(context, await context.target.send(operation, { path, body }), tolerances.serverSetField)
        await expectState(context, sample, path, kept)
      },
    }),
    defineCheck('other-resources-are-unchanged', {
      ...core,
      clause: clauses.path(operation),
      async run(context) {
        const one = await givenOne(context, sample)
        const { path, input } = one
        const otherPath = await givenSibling(context, sample, one, toLongerKey(sample, toOwnKey(sample, path)))
        const before = await givenState(context, sample, otherPath)
        await context.given(context.target.send(operation, { path, body: toUpdate(sample, input) }))
        await expectState(context, sample, otherPath, before)
      },
    }),
    ...(exists === undefined
      ? []
      : [
          defineCheck('duplicate-of-updated-resource-is-rejected', {
            operation: create,
            level: 'core',
            clause: clauses.error(create, 409),
            async run(context) {
              const { input, path } = await givenOne(context, sample)
              await context.given(context.target.send(operation, { path, body: toUpdate(sample, input) }))
              context.expectError(await context.target.send(create, input), exists)
              await expectState(context, sample, path, changes)
            },
          }),
        ]),
  ]
}
