import type { updateTrigger as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/update-trigger.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findFunction, findService, findTrigger, refuseStale } from '../../aliyun-fc/lookup.ts'
import { toTime } from '../../aliyun-fc/time.ts'
import { toTriggerAnswer } from '../responses.ts'
import { putTrigger } from '../triggers.ts'

/** A `triggerConfig` that is sent replaces the one before as a whole. */
export const updateTrigger: FcHandler<typeof operation> = ({ path, header, body, state, clock, ids, fault }) => {
  const service = findService(state.current, path.serviceName, fault)
  findFunction(service, path.functionName, fault)
  const before = findTrigger(service, path, fault)
  refuseStale(header['If-Match'], before.etag, fault)
  const trigger = {
    ...before,
    lastModifiedTime: toTime(clock.now()),
    etag: ids.etag(),
    settings: { ...before.settings, ...body },
  }
  putTrigger(state, service, path.functionName, trigger)
  return { status: 200, headers: { ETag: trigger.etag }, body: toTriggerAnswer(trigger) }
}
