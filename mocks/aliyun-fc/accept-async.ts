import type { Clock } from '../core/clock.ts'
import type { Ids } from '../core/ids.ts'
import type { Cell } from '../core/store.ts'
import { defaultRetries, recordAsyncResult, toDestination } from './async-results.ts'
import { toQualifierConfigs } from './configs.ts'
import type { FcState } from './state.ts'
import { startStatefulInvocation } from './tasks.ts'

/** An asynchronous invocation whose rule has been applied. */
export interface AcceptedInvocation {
  readonly serviceName: string
  readonly functionName: string
  readonly functionId: string
  /** As in the request, or LATEST. */
  readonly qualifier: string
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
  { isStateful = false, result, ...invocation }: AcceptedInvocation,
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
): void {
  const { serviceName, functionName, qualifier, errorType } = invocation
  const service = state.current.services.get(serviceName)
  const settings = service && toQualifierConfigs(service, functionName, qualifier).asyncInvoke?.settings
  const [requestId, now] = [ids.uuid(), clock.now()]
  recordAsyncResult(state, { ...invocation, result, requestId, time: now })
  if (!isStateful && !settings?.statefulInvocation) return
  startStatefulInvocation(state, {
    ...invocation,
    requestId,
    instanceId: ids.uuid(),
    invocationId: invocation.invocationId || ids.uuid(), // some clients send an empty header
    acceptedAt: now,
    maxRetries: settings?.maxAsyncRetryAttempts ?? defaultRetries,
    hasDestination: toDestination(settings, errorType) !== undefined,
  })
}
