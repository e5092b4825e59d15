import type { deleteServiceVersion as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/delete-service-version.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findService } from '../../aliyun-fc/lookup.ts'
import { dropVersion } from '../../aliyun-fc/publishing.ts'

export const deleteServiceVersion: FcHandler<typeof operation> = ({ path, ...work }) => {
  dropVersion(work, findService(work.state.current, path.serviceName, work.apiError), path)
  return { status: 204 }
}
