import type { listEventSources as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/list-event-sources.ts'
import { findConfigPlace } from '../../aliyun-fc/config-place.ts'
import { toEventSources } from '../../aliyun-fc/configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'

export const listEventSources: FcHandler<typeof operation> = ({ path, query, state, apiError }) => {
  const { service, functionName, qualifier } = findConfigPlace(
    state.current,
    { ...path, qualifier: query.qualifier },
    apiError,
  )
  const sources = toEventSources(service, functionName, qualifier).entries()
  return {
    status: 200,
    body: { eventSources: Array.from(sources, ([sourceArn, source]) => ({ sourceArn, ...source })) },
  }
}
