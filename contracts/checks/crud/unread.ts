import type { Operation } from '../../../schemas/core/operation.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import type { CoreContext } from '../../core/context.ts'
import { readDocumented } from '../readings.ts'
import type { Rules } from '../rules.ts'
import {
  type Created,
  findEntry,
  givenOne,
  givenSibling,
  type Sample,
  toLongerKey,
  toMissingPath,
  toOwnKey,
  toShown,
} from '../sample.ts'

/** What the operations on a resource show if no operation reads it: the list, if there is one, and the deletion. */
export function toUnreadChecks(sample: Sample, rules: Rules): readonly Check[] {
  const { create, read, remove } = sample.resource
  if (read || !create || !remove) return []
  return [...toCreateChecks(sample, create, remove, rules), ...toRemoveChecks(sample, remove, rules)]
}

function toCreateChecks(sample: Sample, operation: Operation, remove: Operation, { clauses }: Rules): readonly Check[] {
  const { list, keyIn, key, exists } = sample.resource
  const core = { operation, level: 'core' } as const
  return [
    defineCheck('created-resource-can-be-deleted', {
      ...core,
      clause: `${clauses.success(operation)}; ${clauses.success(remove)}`,
      async run(context) {
        const { created, path } = await givenOne(context, sample)
        const removed = await context.target.send(remove, { path })
        const isStored = removed.response.status !== 404
        context.expectThat(isStored, { expected: 'the created resource exists', actual: 'it does not' }, created)
        context.expectResponse(removed)
      },
    }),
    ...(keyIn === 'response'
      ? [
          defineCheck('created-keys-are-unique', {
            ...core,
            clause: clauses.responseFields(operation, key),
            async run(context) {
              const [one, other] = [await givenOne(context, sample), await givenOne(context, sample)]
              const keys = [one, other].map(({ path }) => toOwnKey(sample, path))
              const finding = { expected: `another ${key}`, actual: `${keys[0]} twice` }
              context.expectThat(keys[0] !== keys[1], finding, other.created)
            },
          }),
        ]
      : []),
    ...(list
      ? [
          defineCheck('created-resource-is-listed', {
            ...core,
            clause: `${clauses.success(operation)}; ${clauses.success(list)}`,
            async run(context) {
              const one = await givenOne(context, sample)
              const other = await givenSibling(context, sample, one)
              const shown = toShown(sample, one.input)
              context.expectFields(one.created, context.expectResponse(one.created), shown, 'absent-fails')
              const entry = await expectListed(context, sample, one)
              context.expectFields(
                entry.page,
                entry.entry,
                { ...readDocumented(one.created), ...shown },
                'absent-fails',
              )
              await expectListed(context, sample, { ...one, path: other })
            },
          }),
        ]
      : []),
    ...(list && keyIn === 'body' && exists === undefined
      ? [
          defineCheck('repeated-create-returns-the-first', {
            operation,
            level: 'extended',
            clause: `observed: a second ${operation.id} with the same ${key} returns the first one`,
            async run(context) {
              if (context.profile === 'documented') context.skip('no source states the response to a second request')
              const { input, created } = await givenOne(context, sample)
              const again = await context.target.send(operation, input)
              context.expectFields(again, context.expectResponse(again), readDocumented(created), 'absent-fails')
            },
          }),
        ]
      : []),
  ]
}

function toRemoveChecks(sample: Sample, operation: Operation, { clauses }: Rules): readonly Check[] {
  const { list, missing } = sample.resource
  const core = { operation, level: 'core' } as const
  if (missing === undefined) return []
  return [
    defineCheck('second-delete-is-rejected', {
      ...core,
      clause: clauses.error(operation, 404),
      async run(context) {
        const { path } = await givenOne(context, sample)
        context.expectError(
          await context.target.send(operation, { path: toMissingPath(context, sample, path) }),
          missing,
        )
        context.expectResponse(await context.target.send(operation, { path }))
        context.expectError(await context.target.send(operation, { path }), missing)
      },
    }),
    ...(sample.resource.keyIn === 'body'
      ? [
          defineCheck('delete-compares-name-exactly', {
            ...core,
            clause: `${clauses.error(operation, 404)}, Path ${sample.resource.key}`,
            async run(context) {
              const { path } = await givenOne(context, sample)
              const longer = { ...path, [sample.resource.key]: toLongerKey(sample, toOwnKey(sample, path)) }
              context.expectError(await context.target.send(operation, { path: longer }), missing)
              context.expectResponse(await context.target.send(operation, { path }))
            },
          }),
        ]
      : []),
    defineCheck('other-resources-are-unchanged', {
      ...core,
      clause: clauses.path(operation),
      async run(context) {
        const one = await givenOne(context, sample)
        const other = await givenSibling(context, sample, one)
        await context.given(context.target.send(operation, { path: one.path }))
        if (list) {
          const { entry, page } = await findEntry(context, sample, one.input, toOwnKey(sample, one.path))
          const finding = { expected: `${list.id} does not list a deleted resource`, actual: 'it is still in the list' }
          context.expectThat(entry === undefined, finding, page)
          await expectListed(context, sample, { ...one, path: other })
        }
        const removed = await context.target.send(operation, { path: other })
        const isKept = removed.response.status !== 404
        context.expectThat(isKept, { expected: 'the other resource exists', actual: 'it does not' }, removed)
      },
    }),
  ]
}

/** The list of the parent contains the one at this path. */
async function expectListed(context: CoreContext, sample: Sample, { input, path }: Pick<Created, 'input' | 'path'>) {
  const key = toOwnKey(sample, path)
  const { entry, page } = await findEntry(context, sample, input, key)
  context.expectThat(entry !== undefined, { expected: `${key} in the list`, actual: 'it is not in the list' }, page)
  return { entry, page }
}
