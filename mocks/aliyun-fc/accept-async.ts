import type { Clock } from '../core/clock.ts'
import type { Ids } from '../core/ids.ts'
import type { Cell } from '../core/store.ts'
import { defaultRetries, recordAsyncResult, toAsyncSettings } from './async-results.ts'
import type { Outcome } from './invocation.ts'
import { readContent } from './lookup.ts'
import type { InvokedFunction } from './on-demand.ts'
import type { FcState } from './state.ts'
import { putTask, startStatefulInvocation, toTaskKey } from './tasks.ts'

/** An asynchronous invocation that is accepted. */
export interface AcceptedInvocation {
  readonly names: InvokedFunction
  readonly functionId: string
  /** The version that runs: a version id, or LATEST. */
  readonly versionId: string
  readonly event: Uint8Array
  readonly requestId: string
  /** The request makes it a task, whatever the configuration says. */
  readonly isStateful?: boolean
  /** Id of the task. Default: a new id. The caller must have refused an id that exists. */
  readonly invocationId?: string | undefined
}

/** Stores the invocation as a task if its configuration says so. Returns the key of the task. */
export function acceptAsyncInvocation(
  state: Cell<FcState>,
  { names, functionId, versionId, event, requestId, isStateful = false, invocationId }: AcceptedInvocation,
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
): string | undefined {
  const settings = toAsyncSettings(state.current, names)
  if (!isStateful && !settings?.statefulInvocation) return undefined
  const task = {
    ...names,
    functionId,
    versionId,
    event,
    requestId,
    instanceId: ids.uuid(),
    invocationId: invocationId || ids.uuid(), // some clients send an empty header
    acceptedAt: clock.now(),
    maxRetries: settings?.maxAsyncRetryAttempts ?? defaultRetries,
  }
  startStatefulInvocation(state, task)
  return toTaskKey(task, task.invocationId)
}

/** Stores the result in the task, and records it for its destination, unless the task or the function no longer exists. */
export function endAsyncInvocation(
  state: Cell<FcState>,
  { names, functionId, versionId, event, requestId }: AcceptedInvocation,
  taskKey: string | undefined,
  outcome: Outcome,
  time: number,
): void {
  const content = readContent(state.current, names.serviceName, versionId)
  if (content?.functions.get(names.functionName)?.functionId !== functionId) return
  const task = taskKey === undefined ? undefined : state.current.tasks.get(taskKey)
  if (task?.stoppedAt !== undefined) return
  const hasDestination = recordAsyncResult(state, { names, requestId, event, outcome, time })
  if (!task) return
  const { errorType, durationMs } = outcome
  putTask(state, { ...task, durationMs, hasDestination, ...(errorType !== undefined && { error: errorType }) })
}
