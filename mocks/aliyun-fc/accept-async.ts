import type { Clock } from '../core/clock.ts'
import type { Ids } from '../core/ids.ts'
import type { Cell } from '../core/store.ts'
import { defaultRetries, recordAsyncResult, toDestination } from './async-results.ts'
import { toQualifierConfigs } from './configs.ts'
import type { InvokedFunction } from './on-demand.ts'
import type { FcState } from './state.ts'
import { startStatefulInvocation } from './tasks.ts'

/** An asynchronous invocation whose rule has been applied. */
export interface AcceptedInvocation {
  readonly invoked: InvokedFunction
  readonly functionId: string
  /** The version that runs: a version id, or LATEST. */
  readonly versionId: string
  readonly event: Uint8Array
  readonly result: Uint8Array | string
  /** The kind of error of a failed invocation. */
  readonly errorType: string | undefined
  readonly durationMs: number
  /** The request makes it a task, whatever the configuration says. */
  readonly isStateful?: boolean
  /** Id of the task. Default: a new id. The caller must have refused an id that exists. */
  readonly invocationId?: string | undefined
}

/** Records the result for its destination, and stores the invocation as a task if its configuration says so. */
export function acceptAsyncInvocation(
  state: Cell<FcState>,
  { invoked, isStateful = false, invocationId, result, ...invocation }: AcceptedInvocation,
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
): void {
  const service = state.current.services.get(invoked.serviceName)
  const configs = service && toQualifierConfigs(service, invoked.functionName, invoked.qualifier)
  const settings = configs?.asyncInvoke?.settings
  const [requestId, now] = [ids.uuid(), clock.now()]
  recordAsyncResult(state, { ...invocation, invoked, result, requestId, time: now })
  if (!isStateful && !settings?.statefulInvocation) return
  startStatefulInvocation(state, {
    ...invoked,
    ...invocation,
    requestId,
    instanceId: ids.uuid(),
    invocationId: invocationId || ids.uuid(), // some clients send an empty header
    acceptedAt: now,
    maxRetries: settings?.maxAsyncRetryAttempts ?? defaultRetries,
    hasDestination: toDestination(settings, invocation.errorType) !== undefined,
  })
}
