import type { createService as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/create-service.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { putService } from '../../aliyun-fc/state.ts'
import type { StoredService } from '../../aliyun-fc/stored.ts'
import { toTime } from '../../aliyun-fc/time.ts'
import { emptySortedMap } from '../../core/sorted-map.ts'
import { toServiceResponse } from '../responses.ts'

export const createService: FcHandler<typeof operation> = ({ body, state, clock, ids, apiError }) => {
  const { serviceName, ...settings } = body
  if (state.current.services.get(serviceName)) {
    throw apiError('ServiceAlreadyExists', `service '${serviceName}' already exists`)
  }
  const now = toTime(clock.now())
  const service: StoredService = {
    serviceId: ids.uuid(),
    serviceName,
    createdTime: now,
    lastModifiedTime: now,
    etag: ids.etag(),
    revision: 0,
    settings,
    functions: emptySortedMap(),
    versions: emptySortedMap(),
    lastVersionId: 0,
    aliases: emptySortedMap(),
    triggers: emptySortedMap(),
    counts: emptySortedMap(),
  }
  putService(state, service)
  return { status: 200, headers: { ETag: service.etag }, body: toServiceResponse(service) }
}
