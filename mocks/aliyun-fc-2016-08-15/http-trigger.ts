import { dialect } from '../../schemas/aliyun-fc-2016-08-15/dialect.ts'
import { decodePercent } from '../../schemas/core/lib/percent.ts'
import { findFunction, findQualified } from '../aliyun-fc/lookup.ts'
import type { FcState } from '../aliyun-fc/state.ts'
import type { ServeRequest } from '../core/handler.ts'
import { runFunction } from '../aliyun-fc/run-function.ts'

/**
 * Responds to a request through an HTTP trigger: `/proxy/{service}[.{qualifier}]/{function}/...`. The event is the body. The
 * rule of the invocation determines status and headers. Signatures are not checked. A failed function is 502 (observed).
 */
export const serveHttpTrigger: ServeRequest<FcState> = ({ method, path, body }, { state, requestId, apiError }) => {
  const [, place, name] = /^\/proxy\/([^/]+)\/([^/]+)(?:\/.*)?$/.exec(path.slice(dialect.basePath.length)) ?? []
  if (place === undefined || name === undefined) return undefined
  const [serviceName = '', qualifier] = (decodePercent(place) ?? place).split('.')
  const functionName = decodePercent(name) ?? name
  const { service, versionId } = findQualified(state.current, { serviceName, qualifier }, apiError)
  const stored = findFunction(service, functionName, apiError)
  const triggers = state.current.services.get(service.serviceName)?.triggers.get(functionName)
  const trigger = [...(triggers?.entries() ?? [])].find(([, { settings }]) => settings.triggerType === 'http')?.[1]
  if (!trigger) throw apiError('TriggerNotFound', `function '${functionName}' has no HTTP trigger`)
  const { methods } = trigger.settings.triggerConfig
  if (Array.isArray(methods) && !methods.includes(method)) {
    throw apiError('InvalidArgument', `the HTTP trigger does not allow ${method}; it allows ${methods.join(', ')}`)
  }
  const event = body ?? new Uint8Array()
  const { rule, outcome } = runFunction(state, stored, { serviceName: service.serviceName, versionId, event })
  const { errorType, mediaType = 'application/octet-stream', durationMs } = outcome
  return {
    status: rule.http?.status ?? (errorType === undefined ? 200 : 502),
    headers: {
      'Content-Type': mediaType,
      ...(errorType !== undefined && { 'X-Fc-Error-Type': errorType }),
      ...rule.http?.headers,
      [dialect.requestIdHeader]: requestId,
    },
    body: outcome.body,
    ...(durationMs > 0 && { delayMs: durationMs }),
  }
}
