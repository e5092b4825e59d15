import type { getTrigger as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/get-trigger.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findFunction, findService, findTrigger } from '../../aliyun-fc/lookup.ts'
import { toTriggerResponse } from '../responses.ts'

export const getTrigger: FcHandler<typeof operation> = ({ path, state, apiError }) => {
  const service = findService(state.current, path.serviceName, apiError)
  findFunction(service, path.functionName, apiError)
  const trigger = findTrigger(service, path, apiError)
  return { status: 200, headers: { ETag: trigger.etag }, body: toTriggerResponse(trigger) }
}
