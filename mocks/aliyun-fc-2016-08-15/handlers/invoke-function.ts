import type { invokeFunction as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/invoke-function.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toInvalidValueText } from '../../aliyun-fc/invalid-value.ts'
import { findRule } from '../../aliyun-fc/invocation-rules.ts'
import { findFunction, findQualified } from '../../aliyun-fc/lookup.ts'
import { type FcState, putService } from '../../aliyun-fc/state.ts'
import { put } from '../../core/sorted-map.ts'
import type { Cell } from '../../core/store.ts'
import { pickVersion, toFraction } from '../alias-versions.ts'
import { invoke, toLogResult } from '../invocation.ts'

/**
 * No code is run. The response comes from an invocation rule, or else the event is returned. For an alias, the version
 * is selected at random by the weights.
 */
export const invokeFunction: FcHandler<typeof operation> = ({ path, header, body, state, ids, apiError }) => {
  const isAsync = header['X-Fc-Invocation-Type'] === 'Async'
  const wantsLog = header['X-Fc-Log-Type'] === 'Tail'
  if (isAsync && wantsLog) throw apiError('InvalidArgument', toInvalidValueText('X-Fc-Log-Type', ['None'], 'Tail'))

  const pick = (alias: Parameters<typeof pickVersion>[0]) => pickVersion(alias, toFraction(ids.etag()))
  const { service, versionId } = findQualified(state.current, path, apiError, pick)
  const { functionId, functionName, settings } = findFunction(service, path.functionName, apiError)
  const { serviceName } = service
  const { handler, runtime, timeout, memorySize } = settings
  const invocation = { service: serviceName, function: functionName, handler, runtime, version: versionId }
  const rule = findRule(state.current.invocationRules, invocation)
  const count = () => countInvocation(state, serviceName, functionId)
  const { body: response, mediaType, errorType, durationMs } = invoke(rule, body, { timeoutSeconds: timeout, count })
  if (isAsync) return { status: 202 }
  return {
    status: 200,
    headers: {
      'X-Fc-Error-Type': errorType,
      'X-Fc-Log-Result': wantsLog ? toLogResult(rule.log ?? '', durationMs, memorySize) : undefined,
    },
    body: response,
    ...(mediaType !== undefined && { mediaType }),
    ...(durationMs > 0 && { delayMs: durationMs }),
  }
}

/** Counts one invocation of a function in any version. Returns the count. */
function countInvocation(state: Cell<FcState>, serviceName: string, functionId: string): number {
  const service = state.current.services.get(serviceName)
  if (!service) return 0 // the service exists, because the function was just found in it
  const count = (service.counts.get(functionId) ?? 0) + 1
  putService(state, { ...service, counts: put(service.counts, functionId, count) })
  return count
}
