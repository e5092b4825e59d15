import type { deleteService as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/delete-service.ts'
import { findService, refuseStale } from '../lookup.ts'
import { removeService } from '../state.ts'
import type { FcHandler } from './types.ts'

export const deleteService: FcHandler<typeof operation> = ({ path, header, state, fault }) => {
  const service = findService(state.current, path.serviceName, fault)
  refuseStale(header['If-Match'], service.etag, fault)
  if (service.functions.size > 0) {
    throw fault('ServiceNotEmpty', `service '${service.serviceName}' still has functions`)
  }
  removeService(state, service)
  return { status: 204 }
}
