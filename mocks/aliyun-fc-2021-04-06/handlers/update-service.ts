import type { updateService as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/update-service.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { changeService } from '../../aliyun-fc/services.ts'
import { toServiceResponse } from '../responses.ts'

export const updateService: FcHandler<typeof operation> = ({ path, header, body, ...work }) => {
  const service = changeService(work, path.serviceName, header['If-Match'], body)
  return { status: 200, headers: { ETag: service.etag }, body: toServiceResponse(service) }
}
