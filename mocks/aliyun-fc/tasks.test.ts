import { expect, test } from 'vitest'
import { ApiError } from '../core/api-error.ts'
import { fcState } from './state.ts'
import { type NewTask, refuseKnownTask, startStatefulInvocation, toProgress, toTasks } from './tasks.ts'

const owner = { functionId: 'id', qualifier: 'LATEST' }
const apiError = (code: string, message = '') => new ApiError(code, { message })
const invocation: NewTask = {
  ...owner,
  serviceName: 'demo',
  functionName: 'f',
  versionId: 'LATEST',
  invocationId: 'a',
  requestId: 'r',
  instanceId: 'i',
  event: new TextEncoder().encode('event'),
  acceptedAt: 1000,
  durationMs: 500,
  maxRetries: 0,
  hasDestination: false,
}

function start(...changes: readonly Partial<NewTask>[]) {
  const state = { current: fcState.create() }
  for (const change of changes) startStatefulInvocation(state, { ...invocation, ...change })
  const tasks = [...state.current.tasks.entries()].map(([, task]) => task)
  return { state, tasks, task: tasks[0] as (typeof tasks)[number] } // every caller starts at least one
}

/** The status at each time after the start. */
const statusesOf = (task: ReturnType<typeof start>['task'], times: readonly number[]) =>
  times.map((time) => toProgress(task, task.acceptedAt + time).status)

test('a task waits, runs for the duration of the invocation, and succeeds', () => {
  const { task } = start({})
  expect(statusesOf(task, [0, 99, 100, 599, 600])).toEqual(['Enqueued', 'Enqueued', 'Running', 'Running', 'Succeeded'])
  expect(toProgress(task, 1600).events).toEqual([
    { status: 'Enqueued', at: 1000 },
    { status: 'Running', at: 1100 },
    { status: 'Succeeded', at: 1600 },
  ])
})

test('a failure is retried with growing delays, and then the task has failed', () => {
  const { task } = start({ error: 'broken', maxRetries: 2 })
  const statuses = toProgress(task, 100_000).events.map(({ status, at }) => `${status} ${at}`)
  expect(statuses).toEqual([
    'Enqueued 1000',
    'Running 1100',
    'Retrying 1600',
    'Running 2600',
    'Retrying 3100',
    'Running 5100',
    'Failed 5600',
  ])
  expect(statusesOf(start({ error: 'broken' }).task, [599, 600])).toEqual(['Running', 'Failed'])
})

test('a task that waits stops at once, and one that runs after a moment', () => {
  const { task } = start({})
  expect(statusesOf({ ...task, stoppedAt: 1050 }, [49, 50, 1000])).toEqual(['Enqueued', 'Stopped', 'Stopped'])
  expect(statusesOf({ ...task, stoppedAt: 1200 }, [199, 200, 299, 300, 1000])).toEqual([
    'Running',
    'Stopping',
    'Stopping',
    'Stopped',
    'Stopped',
  ])
})

test('an id exists once for a function and a qualifier', () => {
  const { state, tasks } = start({ invocationId: 'b' }, { invocationId: 'a', qualifier: 'prod' }, { invocationId: 'a' })
  const refuse = (id: string | undefined, of = owner) => refuseKnownTask(state.current, of, id, apiError)
  expect(() => refuse('a')).toThrow("'a' already exists")
  expect(() => refuse('b', { ...owner, qualifier: 'prod' })).not.toThrow()
  expect(() => refuse('a', { ...owner, functionId: 'other' })).not.toThrow()
  for (const none of ['', undefined]) expect(() => refuse(none)).not.toThrow()
  expect(toTasks(state.current, owner)).toEqual([tasks[0], tasks[1]])
  expect(toTasks(state.current, owner, 'b')).toEqual([tasks[1]])
  expect(toTasks(state.current, { ...owner, qualifier: 'prod' })).toEqual([tasks[2]])
  expect(toTasks(state.current, { ...owner, functionId: 'i' })).toEqual([])
})
