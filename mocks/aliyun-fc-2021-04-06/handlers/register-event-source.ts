import type { registerEventSource as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/register-event-source.ts'
import { findConfigPlace } from '../../aliyun-fc/config-place.ts'
import { toEventSources } from '../../aliyun-fc/configs.ts'
import { putQualifierConfigs } from '../../aliyun-fc/put-configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toTime } from '../../aliyun-fc/time.ts'
import { put } from '../../core/sorted-map.ts'

/** An event source that is registered already is returned unchanged (F30). */
export const registerEventSource: FcHandler<typeof operation> = ({ path, query, body, state, clock, apiError }) => {
  const { sourceArn } = body
  const { service, functionName, qualifier } = findConfigPlace(
    state.current,
    { ...path, qualifier: query.qualifier },
    apiError,
  )
  const sources = toEventSources(service, functionName, qualifier)
  const source = sources.get(sourceArn) ?? { createdTime: toTime(clock.now()) }
  putQualifierConfigs(state, service, { functionName, qualifier }, { eventSources: put(sources, sourceArn, source) })
  return { status: 200, body: { sourceArn, ...source } }
}
