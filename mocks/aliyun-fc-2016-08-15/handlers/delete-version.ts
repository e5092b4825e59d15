import type { deleteVersion as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/delete-version.ts'
import { withoutQualifier } from '../../aliyun-fc/configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { putService } from '../../aliyun-fc/state.ts'
import { getVersion, toVersionKey } from '../../aliyun-fc/versions.ts'

/** ServiceNotFound is not documented for this operation. If the service does not exist, neither does the version. */
export const deleteVersion: FcHandler<typeof operation> = ({ path, state, apiError }) => {
  const service = state.current.services.get(path.serviceName)
  if (!service || !getVersion(service, path.versionId)) {
    throw apiError('VersionNotFound', `version '${path.versionId}' does not exist in service '${path.serviceName}'`)
  }
  const versions = service.versions.without(toVersionKey(path.versionId))
  putService(state, { ...withoutQualifier(service, path.versionId), versions })
  return { status: 204 }
}
