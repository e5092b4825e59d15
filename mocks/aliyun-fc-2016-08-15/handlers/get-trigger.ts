import type { getTrigger as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/get-trigger.ts'
import { toTriggerAnswer } from '../answers.ts'
import { findFunction, findService, findTrigger } from '../lookup.ts'
import type { FcHandler } from './types.ts'

export const getTrigger: FcHandler<typeof operation> = ({ path, state, fault }) => {
  const service = findService(state.current, path.serviceName, fault)
  findFunction(service, path.functionName, fault)
  const trigger = findTrigger(service, path, fault)
  return { status: 200, headers: { ETag: trigger.etag }, body: toTriggerAnswer(trigger) }
}
