import type { Clock } from '../core/clock.ts'
import type { Ids } from '../core/ids.ts'
import type { Cell } from '../core/store.ts'
import { defaultRetries, recordAsyncResult, toDestination } from './async-results.ts'
import { toQualifierConfigs } from './configs.ts'
import type { Outcome } from './invocation.ts'
import type { InvokedFunction } from './on-demand.ts'
import type { FcState } from './state.ts'
import { startStatefulInvocation } from './tasks.ts'

/** An asynchronous invocation whose rule has been applied. */
export interface AcceptedInvocation {
  readonly names: InvokedFunction
  readonly functionId: string
  /** The version that runs: a version id, or LATEST. */
  readonly versionId: string
  readonly event: Uint8Array
  readonly outcome: Outcome
  /** The request makes it a task, whatever the configuration says. */
  readonly isStateful?: boolean
  /** Id of the task. Default: a new id. The caller must have refused an id that exists. */
  readonly invocationId?: string | undefined
}

/** Records the result for its destination, and stores the invocation as a task if its configuration says so. */
export function acceptAsyncInvocation(
  state: Cell<FcState>,
  { names, functionId, versionId, event, outcome, isStateful = false, invocationId }: AcceptedInvocation,
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
): void {
  const [requestId, time] = [ids.uuid(), clock.now()]
  recordAsyncResult(state, { names, requestId, event, outcome, time })
  const service = state.current.services.get(names.serviceName)
  const configs = service && toQualifierConfigs(service, names.functionName, names.qualifier)
  const settings = configs?.asyncInvoke?.settings
  if (!isStateful && !settings?.statefulInvocation) return
  const { errorType, durationMs } = outcome
  startStatefulInvocation(state, {
    ...names,
    functionId,
    versionId,
    event,
    errorType,
    durationMs,
    requestId,
    instanceId: ids.uuid(),
    invocationId: invocationId || ids.uuid(), // some clients send an empty header
    acceptedAt: time,
    maxRetries: settings?.maxAsyncRetryAttempts ?? defaultRetries,
    hasDestination: toDestination(settings, errorType) !== undefined,
  })
}
