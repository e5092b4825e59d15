import type { z } from 'zod'
import type { StatefulAsyncInvocationStatus } from '../../schemas/aliyun-fc-2021-04-06/models/stateful-async-invocation.ts'
import type { ApiErrorOf } from '../core/handler.ts'
import { put } from '../core/sorted-map.ts'
import type { Cell } from '../core/store.ts'
import type { StoredTask } from './account-resources.ts'
import type { FcState } from './state.ts'

type Status = z.output<typeof StatefulAsyncInvocationStatus>

/** Rejects the id of a task that exists for the same function and qualifier. InvokeFunction calls it first. */
export function refuseKnownTask(
  { tasks }: FcState,
  owner: TaskOwner,
  invocationId: string | undefined,
  apiError: ApiErrorOf<'StatefulAsyncInvocationAlreadyExists'>,
): void {
  if (!invocationId || !tasks.get(toTaskKey(owner, invocationId))) return
  throw apiError('StatefulAsyncInvocationAlreadyExists', `stateful async invocation '${invocationId}' already exists`)
}

/** An invocation that becomes a task. */
export type NewTask = Omit<StoredTask, 'payload' | 'stoppedAt'> & { readonly event: Uint8Array }

export function startStatefulInvocation(state: Cell<FcState>, { event, ...invocation }: NewTask): void {
  putTask(state, { ...invocation, payload: new TextDecoder().decode(event) })
}

export function putTask(state: Cell<FcState>, task: StoredTask): void {
  const tasks = put(state.current.tasks, toTaskKey(task, task.invocationId), task)
  state.current = { ...state.current, tasks }
}

/** A function that is created again with the same name has another id, and none of the earlier tasks. */
export type TaskOwner = Pick<StoredTask, 'functionId' | 'qualifier'>

/** The key of a task. Neither an id nor a qualifier contains a line break, because both are parts of URLs or headers. */
export function toTaskKey(owner: TaskOwner, invocationId: string): string {
  return `${toOwnerKey(owner)}${invocationId}`
}

/** The tasks of a function for one qualifier, sorted by id. `prefix` is the start of their ids. */
export function toTasks({ tasks }: FcState, owner: TaskOwner, prefix = ''): StoredTask[] {
  const start = toTaskKey(owner, prefix)
  const found: StoredTask[] = []
  for (const [key, task] of tasks.entries(start)) {
    if (!key.startsWith(start)) break
    found.push(task)
  }
  return found
}

function toOwnerKey({ functionId, qualifier }: TaskOwner): string {
  return `${functionId}\n${qualifier}\n`
}

export interface TaskEvent {
  readonly status: Status
  /** In milliseconds since 1970. */
  readonly at: number
}

/** What has happened to a task until a time. */
export interface Progress {
  readonly status: Status
  readonly events: readonly TaskEvent[]
  readonly isEnded: boolean
}

export function toProgress(task: StoredTask, now: number): Progress {
  const events = toStoppedEvents(task, toEvents(task)).filter(({ at }) => at <= now)
  const status = events.at(-1)?.status ?? 'Enqueued'
  return { status, events, isEnded: ended.has(status) }
}

const ended: ReadonlySet<Status> = new Set(['Succeeded', 'Failed', 'Stopped'])

/** All events of a task that nobody stops, in order. */
function toEvents({ acceptedAt, durationMs, error, maxRetries }: StoredTask): TaskEvent[] {
  const events: TaskEvent[] = [{ status: 'Enqueued', at: acceptedAt }]
  let at = acceptedAt + queueMs
  for (let retries = 0; ; retries += 1) {
    events.push({ status: 'Running', at })
    if (durationMs === undefined) return events
    at += durationMs
    if (error === undefined) return [...events, { status: 'Succeeded', at }]
    if (retries === maxRetries) return [...events, { status: 'Failed', at }]
    events.push({ status: 'Retrying', at })
    at += retryMs * 2 ** retries
  }
}

/** A task that runs takes some time to stop. A task that waits stops at once. */
function toStoppedEvents({ stoppedAt }: StoredTask, events: readonly TaskEvent[]): readonly TaskEvent[] {
  if (stoppedAt === undefined) return events
  const before = events.filter(({ at }) => at <= stoppedAt)
  if (before.at(-1)?.status !== 'Running') return [...before, { status: 'Stopped', at: stoppedAt }]
  return [...before, { status: 'Stopping', at: stoppedAt }, { status: 'Stopped', at: stoppedAt + stopMs }]
}

/** No source states these times. They are long enough to be seen and short enough for tests. */
const queueMs = 100
const stopMs = 100
/** Before the first retry. It doubles with each further retry. */
const retryMs = 1000
