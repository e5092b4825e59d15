import { findRule, type InvocationRule } from './invocation-rules.ts'
import { type FcState, putService } from './state.ts'
import type { StoredFunction } from './stored.ts'
import { put } from '../core/sorted-map.ts'
import type { Cell } from '../core/store.ts'
import { invoke, type Outcome } from './invocation.ts'

/** Finds the rule of an invocation, and applies it to the event. No code is run. */
export function runFunction(
  state: Cell<FcState>,
  { functionId, functionName, settings }: StoredFunction,
  { serviceName, versionId, event }: { serviceName: string; versionId: string; event: Uint8Array },
): { readonly rule: InvocationRule; readonly outcome: Outcome } {
  const { handler, runtime, initializer = '', timeout } = settings
  const invocation = { service: serviceName, function: functionName, handler, runtime, initializer, version: versionId }
  const rule = findRule(state.current.invocationRules, invocation)
  const count = () => countInvocation(state, serviceName, functionId)
  return { rule, outcome: invoke(rule, event, { timeoutSeconds: timeout, count }) }
}

/** Counts one invocation of a function in any version. Returns the count. */
function countInvocation(state: Cell<FcState>, serviceName: string, functionId: string): number {
  const service = state.current.services.get(serviceName)
  if (!service) return 0 // the service exists, because the function was just found in it
  const count = (service.counts.get(functionId) ?? 0) + 1
  putService(state, { ...service, counts: put(service.counts, functionId, count) })
  return count
}
