import type { deleteFunction as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/delete-function.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findFunction, findService, refuseStale } from '../../aliyun-fc/lookup.ts'
import { removeFunction } from '../../aliyun-fc/state.ts'

export const deleteFunction: FcHandler<typeof operation> = ({ path, header, state, apiError }) => {
  const service = findService(state.current, path.serviceName, apiError)
  const stored = findFunction(service, path.functionName, apiError)
  refuseStale(header['If-Match'], stored.etag, apiError)
  if (service.triggers.get(path.functionName)) {
    throw apiError('FunctionNotEmpty', `function '${path.functionName}' still has triggers`)
  }
  removeFunction(state, service, stored)
  return { status: 204 }
}
