import type { ApiErrorOf, ChangeLater } from '../core/handler.ts'
import type { Cell } from '../core/store.ts'
import { whenDone } from '../core/when-done.ts'
import { type AcceptedInvocation, acceptAsyncInvocation, endAsyncInvocation } from './accept-async.ts'
import { pickVersion, toFraction } from './alias-versions.ts'
import { toInvalidValueText } from './invalid-value.ts'
import { type Outcome, toLogResult } from './invocation.ts'
import { type Addressed, findFunction, latest } from './lookup.ts'
import { refuseWithoutInstances } from './on-demand.ts'
import { type HttpInvocation, prepareRun, type RunWork } from './run-function.ts'
import type { FcState } from './state.ts'
import type { StoredAlias, StoredFunction } from './stored.ts'
import type { TaskOwner } from './tasks.ts'
import { getTriggers } from './triggers.ts'
import type { Work } from './work.ts'

/** An invocation in the words of both API versions. */
export interface Invoked {
  readonly functionName: string
  /** Version id or alias. Absent or empty: LATEST. */
  readonly qualifier: string | undefined
  readonly type: string
  readonly logType: string | undefined
  readonly event: Uint8Array
  readonly http?: HttpInvocation
  /** What the request says about the task that an asynchronous invocation may become. */
  readonly task?: {
    readonly isStateful: boolean
    readonly invocationId: string | undefined
    /** Throws an API error if the task exists. */
    readonly refuseKnown: (owner: TaskOwner) => void
  }
}

type InvokeWork = Work<'InvalidArgument' | 'FunctionNotFound' | 'ResourceExhausted'> &
  RunWork & { readonly changeLater: ChangeLater<FcState> }

export interface InvokeResult {
  readonly stored: StoredFunction
  readonly outcome: Outcome
  /** Absent unless the log was requested. */
  readonly logResult: string | undefined
}

/**
 * Invokes a function. The result comes from an invocation rule, or else the event is returned. It is `undefined` for an
 * asynchronous invocation. `find` finds the service. For an alias, it selects the version at random by the weights, with
 * the function that it gets.
 */
export function invokeFunction(
  work: InvokeWork,
  { functionName, qualifier, type, logType, event, http, task }: Invoked,
  find: (pick: (alias: StoredAlias) => string) => Addressed,
): InvokeResult | Promise<InvokeResult> | undefined {
  const { state, clock, ids, apiError } = work
  const isAsync = type === 'Async'
  const wantsLog = logType === 'Tail'
  if (isAsync && wantsLog) throw apiError('InvalidArgument', toInvalidValueText('X-Fc-Log-Type', ['None'], 'Tail'))
  const { service, versionId } = find((alias) => pickVersion(alias, toFraction(ids.etag())))
  const stored = findFunction(service, functionName, apiError)
  const { serviceName } = service
  if (!http) refuseHttpFunction(state.current, serviceName, functionName, apiError)
  const names = { serviceName, functionName, qualifier: versionId === latest ? latest : qualifier || latest }
  const { functionId } = stored
  if (isAsync) task?.refuseKnown({ functionId, qualifier: names.qualifier })
  else refuseWithoutInstances(state.current, names, clock.now(), apiError)
  const prepared = prepareRun(work, { service, stored, names, versionId, event, http })
  if (isAsync) {
    runAsync(work, prepared, { names, functionId, versionId, event, requestId: work.requestId, ...task })
    return undefined
  }
  return whenDone(prepared.run(), (outcome) => {
    const { memorySize } = stored.settings
    return {
      stored,
      outcome,
      logResult: wantsLog ? toLogResult(outcome.log, outcome.durationMs, memorySize) : undefined,
    }
  })
}

/** A function with an HTTP trigger can only be invoked through it (W27, D17). */
function refuseHttpFunction(
  state: FcState,
  serviceName: string,
  functionName: string,
  apiError: ApiErrorOf<'InvalidArgument'>,
): void {
  const service = state.services.get(serviceName)
  const triggers = service ? [...getTriggers(service, functionName).entries()] : []
  const found = triggers.find(([, { settings }]) => settings.triggerType === 'http')
  if (!found) return
  const [name] = found
  throw apiError(
    'InvalidArgument',
    `function '${functionName}' has the HTTP trigger '${name}', so it can only be invoked through the URL of the trigger`,
  )
}

/** A local function runs after the request was accepted. Its result is stored when it ends. */
function runAsync(
  { state, changeLater, clock, ids }: InvokeWork,
  { isLocal, run }: ReturnType<typeof prepareRun>,
  invocation: AcceptedInvocation,
): void {
  const taskKey = acceptAsyncInvocation(state, invocation, { clock, ids })
  const end = (cell: Cell<FcState>, outcome: Outcome) =>
    endAsyncInvocation(cell, invocation, taskKey, outcome, clock.now())
  if (!isLocal) {
    whenDone(run(), (outcome) => end(state, outcome))
    return
  }
  Promise.resolve().then(async () => {
    const start = clock.now()
    const outcome = await run()
    const durationMs = Math.max(outcome.durationMs, clock.now() - start)
    changeLater((later) => end(later, { ...outcome, durationMs }))
  })
}
