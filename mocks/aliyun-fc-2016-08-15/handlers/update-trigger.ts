import type { updateTrigger as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/update-trigger.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findFunction, findService, findTrigger, refuseStale } from '../../aliyun-fc/lookup.ts'
import { toTime } from '../../aliyun-fc/time.ts'
import { toTriggerResponse } from '../responses.ts'
import { putTrigger } from '../triggers.ts'

/** Settings of the event source that are absent from `triggerConfig` keep their values (W17). */
export const updateTrigger: FcHandler<typeof operation> = ({ path, header, body, state, clock, ids, apiError }) => {
  const service = findService(state.current, path.serviceName, apiError)
  findFunction(service, path.functionName, apiError)
  const before = findTrigger(service, path, apiError)
  refuseStale(header['If-Match'], before.etag, apiError)
  const { triggerConfig, ...changes } = body
  const trigger = {
    ...before,
    lastModifiedTime: toTime(clock.now()),
    etag: ids.etag(),
    settings: {
      ...before.settings,
      ...changes,
      triggerConfig: { ...before.settings.triggerConfig, ...triggerConfig },
    },
  }
  putTrigger(state, service, path.functionName, trigger)
  return { status: 200, headers: { ETag: trigger.etag }, body: toTriggerResponse(trigger) }
}
