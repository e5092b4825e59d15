import type { deleteService as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/delete-service.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { dropService } from '../../aliyun-fc/services.ts'

export const deleteService: FcHandler<typeof operation> = ({ path, header, ...work }) => {
  dropService(work, path.serviceName, header['If-Match'])
  return { status: 204 }
}
