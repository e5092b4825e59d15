import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { givenPath } from '../checks/sample.ts'
import { toText } from '../core/assertions/expect.ts'
import { type JsonObject, readObject } from '../core/assertions/expect-response.ts'
import { readEntries } from '../core/assertions/find-in-list.ts'
import { type Check, defineCheck } from '../core/check.ts'
import type { CoreContext } from '../core/context.ts'
import type { Path } from '../core/resource-path.ts'
import { toAliasPlace } from './config-samples.ts'
import { functionSample } from './samples.ts'
import { event, givenEndedTask, givenTask, startTask } from './tasks.ts'

const { getStatefulAsyncInvocation: reading, listStatefulAsyncInvocations: list } = aliyunFc20210406.operations

const ofList = { operation: list, level: 'core' } as const

/** Which tasks a list selects, and their order. */
export const taskListChecks: readonly Check[] = [
  defineCheck('status-selects-tasks', {
    ...ofList,
    clause: 'FC-DEF ListStatefulAsyncInvocations, Query status',
    async run(context) {
      const path = await givenEndedTask(context)
      const { status } = readObject(await context.given(context.target.send(reading, { path })))
      for (const wanted of ['Succeeded', 'Failed', 'Running', 'Stopped']) {
        await expectIds(context, path, { status: wanted }, wanted === status ? [path.invocationId ?? ''] : [])
      }
    },
  }),
  defineCheck('time-range-selects-tasks', {
    ...ofList,
    clause: 'FC-DEF ListStatefulAsyncInvocations, Query startedTimeBegin, startedTimeEnd',
    async run(context) {
      const { path, ids, times } = await givenTasks(context, 3)
      const [first = 0, second = 0, third = 0] = times
      const isIncreasing = first < second && second < third
      context.expectThat(isIncreasing, { expected: 'increasing times', actual: times.join(', ') })
      const [one = '', two = '', three = ''] = ids
      await expectIds(context, path, { startedTimeBegin: second }, [two, three])
      await expectIds(context, path, { startedTimeBegin: second + 1 }, [three])
      await expectIds(context, path, { startedTimeEnd: second }, [one, two])
      await expectIds(context, path, { startedTimeEnd: second - 1 }, [one])
      await expectIds(context, path, { startedTimeBegin: second, startedTimeEnd: second }, [two])
    },
  }),
  defineCheck('tasks-are-sorted-by-time', {
    ...ofList,
    clause: 'FC-DEF ListStatefulAsyncInvocations, Query sortOrderByTime',
    async run(context) {
      const { path, ids } = await givenTasks(context, 3)
      for (const [sortOrderByTime, expected] of [
        ['asc', ids],
        ['desc', ids.toReversed()],
      ] as const) {
        const listed = await context.target.send(list, { path, query: { sortOrderByTime } })
        const actual = toIds(context.expectResponse(listed))
        const finding = { expected: `the tasks ${expected.join(', ')}`, actual: `the tasks ${actual.join(', ')}` }
        context.expectThat(actual.join() === expected.join(), finding, listed)
        const first = await context.target.send(list, { path, query: { sortOrderByTime, limit: 2 } })
        const { nextToken } = context.expectResponse(first)
        const next = await context.target.send(list, {
          path,
          query: { sortOrderByTime, limit: 2, nextToken: String(nextToken) },
        })
        const rest = toIds(context.expectResponse(next))
        const other = { expected: `the task ${expected[2]}`, actual: `the tasks ${rest.join(', ')}` }
        context.expectThat(rest.join() === expected[2], other, next)
      }
    },
  }),
  defineCheck('newest-task-comes-first', {
    ...ofList,
    level: 'extended',
    quirk: 'E23',
    clause: 'observed: without sortOrderByTime, the newest task comes first (quirk E23)',
    async run(context) {
      if (context.profile === 'documented') context.skip('the source states no order')
      const { path, ids } = await givenTasks(context, 2)
      const listed = await context.target.send(list, { path })
      const actual = toIds(context.expectResponse(listed))
      const finding = { expected: `the tasks ${ids.toReversed().join(', ')}`, actual: `the tasks ${actual.join(', ')}` }
      context.expectThat(actual.join() === ids.toReversed().join(), finding, listed)
    },
  }),
  defineCheck('payload-is-listed-on-request', {
    ...ofList,
    clause: 'FC-DEF ListStatefulAsyncInvocations, Query includePayload',
    async run(context) {
      const path = await givenTask(context)
      for (const [includePayload, invocationPayload] of [
        [true, event],
        [false, undefined],
        [true, event],
      ] as const) {
        const { exchange, entry } = await findTask(context, path, { includePayload })
        const isRight = entry.invocationPayload === invocationPayload
        const expected = `invocationPayload ${toText(invocationPayload)}`
        context.expectThat(isRight, { expected, actual: toText(entry.invocationPayload) }, exchange)
      }
    },
  }),
  defineCheck('tasks-belong-to-a-qualifier', {
    ...ofList,
    clause: 'FC-DEF ListStatefulAsyncInvocations, Query qualifier; FC-DEF GetStatefulAsyncInvocation, Query qualifier',
    async run(context) {
      const path = await givenPath(context, functionSample)
      const aliased = await toAliasPlace(context, path)
      const [own, other] = [
        await startTask(context, path, context.name()),
        await startTask(context, aliased, context.name()),
      ]
      await expectIds(context, { ...path, qualifier: 'LATEST' }, {}, [own.invocationId ?? ''])
      await expectIds(context, aliased, {}, [other.invocationId ?? ''])
      const read = await context.target.send(reading, { path: other })
      const { qualifier = '' } = aliased
      context.expectFields(read, context.expectPresent(read), { qualifier }, 'absent-fails')
      context.expectError(
        await context.target.send(reading, { path: { ...other, qualifier: 'LATEST' } }),
        'StatefulAsyncInvocationNotFound',
      )
    },
  }),
]

/** Tasks that start at different times, the oldest first. */
async function givenTasks(context: CoreContext, count: number) {
  const path = await givenPath(context, functionSample)
  const ids: string[] = []
  const times: number[] = []
  for (let index = 0; index < count; index += 1) {
    if (index > 0) await context.pause(50)
    const task = await startTask(context, path, context.name())
    ids.push(task.invocationId ?? '')
    const { startedTime } = readObject(await context.given(context.target.send(reading, { path: task })))
    times.push(Number(startedTime))
  }
  return { path, ids, times }
}

/** The list with this query contains exactly these tasks. */
async function expectIds(
  context: CoreContext,
  { invocationId: _, ...path }: Path,
  query: Readonly<Record<string, string | number>>,
  ids: readonly string[],
) {
  const listed = await context.target.send(list, { path, query })
  const actual = toIds(context.expectResponse(listed)).toSorted()
  const expected = ids.toSorted()
  const finding = { expected: `the tasks ${expected.join(', ')}`, actual: `the tasks ${actual.join(', ')}` }
  context.expectThat(actual.join() === expected.join(), finding, listed)
}

function toIds(body: JsonObject): readonly string[] {
  return readEntries(body, 'invocations').map(({ invocationId }) => String(invocationId))
}

/** The entry of the task at this path, in the list with this query. */
export async function findTask(context: CoreContext, path: Path, query: Readonly<Record<string, boolean>>) {
  const { invocationId = '', ...owner } = path
  const exchange = await context.target.send(list, {
    path: owner,
    query: { ...query, invocationIdPrefix: invocationId },
  })
  const [entry = {}] = readEntries(context.expectResponse(exchange), 'invocations')
  return { exchange, entry }
}
