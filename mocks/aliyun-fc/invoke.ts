import { acceptAsyncInvocation } from './accept-async.ts'
import { pickVersion, toFraction } from './alias-versions.ts'
import { toInvalidValueText } from './invalid-value.ts'
import { type Outcome, toLogResult } from './invocation.ts'
import type { InvocationRule } from './invocation-rules.ts'
import { type Addressed, findFunction, latest } from './lookup.ts'
import { refuseWithoutInstances } from './on-demand.ts'
import { runFunction } from './run-function.ts'
import type { StoredAlias, StoredFunction } from './stored.ts'
import type { TaskOwner } from './tasks.ts'
import type { Work } from './work.ts'

/** An invocation in the words of both API versions. */
export interface Invoked {
  readonly functionName: string
  /** Version id or alias. Absent or empty: LATEST. */
  readonly qualifier: string | undefined
  readonly type: string
  readonly logType: string | undefined
  readonly event: Uint8Array
  /** What the request says about the task that an asynchronous invocation may become. */
  readonly task?: {
    readonly isStateful: boolean
    readonly invocationId: string | undefined
    /** Throws an API error if the task exists. */
    readonly refuseKnown: (owner: TaskOwner) => void
  }
}

export interface InvokeResult {
  readonly isAsync: boolean
  readonly stored: StoredFunction
  readonly rule: InvocationRule
  readonly outcome: Outcome
  /** Absent unless the log was requested. */
  readonly logResult: string | undefined
}

/**
 * Invokes a function. No code is run. The result comes from an invocation rule, or else the event is returned. `find`
 * finds the service. For an alias, it selects the version at random by the weights, with the function that it gets.
 */
export function invokeFunction(
  { state, clock, ids, apiError }: Work<'InvalidArgument' | 'FunctionNotFound' | 'ResourceExhausted'>,
  { functionName, qualifier, type, logType, event, task }: Invoked,
  find: (pick: (alias: StoredAlias) => string) => Addressed,
): InvokeResult {
  const isAsync = type === 'Async'
  const wantsLog = logType === 'Tail'
  if (isAsync && wantsLog) throw apiError('InvalidArgument', toInvalidValueText('X-Fc-Log-Type', ['None'], 'Tail'))
  const { service, versionId } = find((alias) => pickVersion(alias, toFraction(ids.etag())))
  const stored = findFunction(service, functionName, apiError)
  const { serviceName } = service
  const names = { serviceName, functionName, qualifier: versionId === latest ? latest : qualifier || latest }
  const { functionId } = stored
  if (isAsync) task?.refuseKnown({ functionId, qualifier: names.qualifier })
  else refuseWithoutInstances(state.current, names, clock.now(), apiError)
  const { rule, outcome } = runFunction(state, stored, { serviceName, versionId, event })
  if (isAsync) acceptAsyncInvocation(state, { names, functionId, versionId, event, outcome, ...task }, { clock, ids })
  const { memorySize } = stored.settings
  const logResult = wantsLog ? toLogResult(rule.log ?? '', outcome.durationMs, memorySize) : undefined
  return { isAsync, stored, rule, outcome, logResult }
}
