import type { deleteService as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/delete-service.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findService, refuseStale } from '../../aliyun-fc/lookup.ts'
import { removeService } from '../../aliyun-fc/state.ts'

export const deleteService: FcHandler<typeof operation> = ({ path, header, state, apiError }) => {
  const service = findService(state.current, path.serviceName, apiError)
  refuseStale(header['If-Match'], service.etag, apiError)
  if (service.functions.size > 0) {
    throw apiError('ServiceNotEmpty', `service '${service.serviceName}' still has functions`)
  }
  // Observed (W6). Aliases do not prevent deletion. Without versions they name nothing, and they are deleted with the
  // service.
  if (service.versions.size > 0) {
    throw apiError('ServiceNotEmpty', `service '${service.serviceName}' still has versions`)
  }
  removeService(state, service)
  return { status: 204 }
}
