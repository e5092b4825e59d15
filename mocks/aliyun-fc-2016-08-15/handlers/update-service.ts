import type { updateService as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/update-service.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findService, refuseStale } from '../../aliyun-fc/lookup.ts'
import { putService } from '../../aliyun-fc/state.ts'
import { toTime } from '../../aliyun-fc/time.ts'
import { toServiceResponse } from '../responses.ts'

export const updateService: FcHandler<typeof operation> = ({ path, header, body, state, clock, ids, apiError }) => {
  const before = findService(state.current, path.serviceName, apiError)
  refuseStale(header['If-Match'], before.etag, apiError)
  const service = {
    ...before,
    lastModifiedTime: toTime(clock.now()),
    etag: ids.etag(),
    revision: before.revision + 1,
    settings: { ...before.settings, ...body },
  }
  putService(state, service)
  return { status: 200, headers: { ETag: service.etag }, body: toServiceResponse(service) }
}
