import type { getTrigger as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/get-trigger.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findFunction, findService, findTrigger } from '../../aliyun-fc/lookup.ts'
import { toTriggerAnswer } from '../responses.ts'

export const getTrigger: FcHandler<typeof operation> = ({ path, state, fault }) => {
  const service = findService(state.current, path.serviceName, fault)
  findFunction(service, path.functionName, fault)
  const trigger = findTrigger(service, path, fault)
  return { status: 200, headers: { ETag: trigger.etag }, body: toTriggerAnswer(trigger) }
}
