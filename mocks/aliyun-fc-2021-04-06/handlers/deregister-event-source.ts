import type { deregisterEventSource as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/deregister-event-source.ts'
import { findConfigPlace } from '../../aliyun-fc/config-place.ts'
import { toEventSources } from '../../aliyun-fc/configs.ts'
import { putQualifierConfigs } from '../../aliyun-fc/put-configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'

export const deregisterEventSource: FcHandler<typeof operation> = ({ path, query, state, apiError }) => {
  const { sourceArn } = path
  const { service, functionName, qualifier } = findConfigPlace(
    state.current,
    { ...path, qualifier: query.qualifier },
    apiError,
  )
  const sources = toEventSources(service, functionName, qualifier)
  if (!sources.get(sourceArn)) {
    throw apiError(
      'EventSourceNotFound',
      `event source '${sourceArn}' is not registered for function '${functionName}'`,
    )
  }
  const rest = sources.without(sourceArn)
  const eventSources = rest.size > 0 ? rest : undefined
  putQualifierConfigs(state, service, { functionName, qualifier }, { eventSources })
  return { status: 204 }
}
