import type { createTrigger as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/create-trigger.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findFunction, findService } from '../../aliyun-fc/lookup.ts'
import type { StoredTrigger } from '../../aliyun-fc/stored.ts'
import { toTime } from '../../aliyun-fc/time.ts'
import { toTriggerResponse } from '../responses.ts'
import { putTrigger } from '../triggers.ts'

/** The qualifier is not checked, because no error is documented for a version or alias that does not exist yet. */
export const createTrigger: FcHandler<typeof operation> = ({ path, body, state, clock, ids, apiError }) => {
  const { triggerName } = body
  const service = findService(state.current, path.serviceName, apiError)
  findFunction(service, path.functionName, apiError)
  if (service.triggers.get(path.functionName)?.get(triggerName)) {
    throw apiError('TriggerAlreadyExists', `trigger '${triggerName}' already exists on function '${path.functionName}'`)
  }
  const now = toTime(clock.now())
  const trigger: StoredTrigger = {
    triggerId: ids.uuid(),
    createdTime: now,
    lastModifiedTime: now,
    etag: ids.etag(),
    settings: body,
  }
  putTrigger(state, service, path.functionName, trigger)
  return { status: 200, headers: { ETag: trigger.etag }, body: toTriggerResponse(trigger) }
}
