import type { invokeFunction as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/invoke-function.ts'
import { acceptAsyncInvocation } from '../../aliyun-fc/accept-async.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toInvalidValueText } from '../../aliyun-fc/invalid-value.ts'
import { findFunction, findQualified, latest } from '../../aliyun-fc/lookup.ts'
import { refuseWithoutInstances } from '../../aliyun-fc/on-demand.ts'
import { pickVersion, toFraction } from '../alias-versions.ts'
import { toLogResult } from '../invocation.ts'
import { runFunction } from '../run-function.ts'

/**
 * No code is run. The response comes from an invocation rule, or else the event is returned. For an alias, the version
 * is selected at random by the weights.
 */
export const invokeFunction: FcHandler<typeof operation> = ({ path, header, body, state, clock, ids, apiError }) => {
  const isAsync = header['X-Fc-Invocation-Type'] === 'Async'
  const wantsLog = header['X-Fc-Log-Type'] === 'Tail'
  if (isAsync && wantsLog) throw apiError('InvalidArgument', toInvalidValueText('X-Fc-Log-Type', ['None'], 'Tail'))

  const pick = (alias: Parameters<typeof pickVersion>[0]) => pickVersion(alias, toFraction(ids.etag()))
  const { service, versionId } = findQualified(state.current, path, apiError, pick)
  const stored = findFunction(service, path.functionName, apiError)
  const { serviceName } = service
  const qualifier = versionId === latest ? latest : (path.qualifier ?? latest)
  const invoked = { serviceName, functionName: path.functionName, qualifier }
  if (!isAsync) refuseWithoutInstances(state.current, invoked, clock.now(), apiError)
  const { rule, outcome } = runFunction(state, stored, { serviceName, versionId, event: body })
  const { body: response, mediaType, errorType, durationMs } = outcome
  if (isAsync) {
    const invocation = { invoked, functionId: stored.functionId, versionId, event: body, result: response, errorType }
    acceptAsyncInvocation(state, { ...invocation, durationMs }, { clock, ids })
    return { status: 202 }
  }
  return {
    status: 200,
    headers: {
      'X-Fc-Error-Type': errorType,
      'X-Fc-Log-Result': wantsLog ? toLogResult(rule.log ?? '', durationMs, stored.settings.memorySize) : undefined,
    },
    body: response,
    ...(mediaType !== undefined && { mediaType }),
    ...(durationMs > 0 && { delayMs: durationMs }),
  }
}
