import type { createService as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/create-service.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { addService } from '../../aliyun-fc/services.ts'
import { toServiceResponse } from '../responses.ts'

export const createService: FcHandler<typeof operation> = ({ body, ...work }) => {
  const { serviceName, ...settings } = body
  const service = addService(work, serviceName, settings)
  return { status: 200, headers: { ETag: service.etag }, body: toServiceResponse(service) }
}
