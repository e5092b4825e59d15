import type { deleteVersion as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/delete-version.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { dropVersion } from '../../aliyun-fc/publishing.ts'

/** ServiceNotFound is not documented for this operation. If the service does not exist, neither does the version. */
export const deleteVersion: FcHandler<typeof operation> = ({ path, ...work }) => {
  dropVersion(work, work.state.current.services.get(path.serviceName), path)
  return { status: 204 }
}
