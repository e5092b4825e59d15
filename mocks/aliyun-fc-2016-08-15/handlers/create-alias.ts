import type { createAlias as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/create-alias.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findService } from '../../aliyun-fc/lookup.ts'
import { putService } from '../../aliyun-fc/state.ts'
import type { StoredAlias } from '../../aliyun-fc/stored.ts'
import { toTime } from '../../aliyun-fc/time.ts'
import { put } from '../../core/sorted-map.ts'
import { refuseUnknownVersions } from '../alias-versions.ts'
import { toAliasResponse } from '../responses.ts'

export const createAlias: FcHandler<typeof operation> = ({ path, body, state, clock, ids, apiError }) => {
  const { aliasName, versionId: asSent, versionID, ...settings } = body
  const versionId = asSent ?? versionID ?? '' // the model requires one of the two
  const service = findService(state.current, path.serviceName, apiError)
  refuseUnknownVersions(service, versionId, settings.additionalVersionWeight, apiError)
  if (service.aliases.get(aliasName)) {
    throw apiError('AliasAlreadyExists', `alias '${aliasName}' already exists in service '${path.serviceName}'`)
  }
  const now = toTime(clock.now())
  const alias: StoredAlias = {
    aliasName,
    versionId,
    ...settings,
    createdTime: now,
    lastModifiedTime: now,
    etag: ids.etag(),
  }
  putService(state, { ...service, aliases: put(service.aliases, aliasName, alias) })
  return { status: 200, headers: { ETag: alias.etag }, body: toAliasResponse(alias) }
}
