import type { deleteTrigger as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/delete-trigger.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findFunction, findService, findTrigger, refuseStale } from '../../aliyun-fc/lookup.ts'
import { removeTrigger } from '../triggers.ts'

export const deleteTrigger: FcHandler<typeof operation> = ({ path, header, state, apiError }) => {
  const service = findService(state.current, path.serviceName, apiError)
  findFunction(service, path.functionName, apiError)
  refuseStale(header['If-Match'], findTrigger(service, path, apiError).etag, apiError)
  removeTrigger(state, service, path)
  return { status: 204 }
}
