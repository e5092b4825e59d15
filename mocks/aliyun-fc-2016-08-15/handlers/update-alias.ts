import type { updateAlias as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/update-alias.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findServiceOfAlias, refuseStale } from '../../aliyun-fc/lookup.ts'
import { putService } from '../../aliyun-fc/state.ts'
import { toTime } from '../../aliyun-fc/time.ts'
import { put } from '../../core/sorted-map.ts'
import { refuseUnknownVersions } from '../alias-versions.ts'
import { toAliasResponse } from '../responses.ts'

/** Only versions in the request are checked. An alias may keep a version that was deleted. */
export const updateAlias: FcHandler<typeof operation> = ({ path, header, body, state, clock, ids, apiError }) => {
  const { service, alias: before } = findServiceOfAlias(state.current, path, apiError)
  refuseStale(header['If-Match'], before.etag, apiError)
  const { versionId: asSent, versionID, ...changes } = body
  const versionId = asSent ?? versionID
  refuseUnknownVersions(service, versionId, changes.additionalVersionWeight, apiError)
  const alias = {
    ...before,
    // New weights replace all existing weights. This lets clients remove weights.
    ...changes,
    versionId: versionId ?? before.versionId,
    lastModifiedTime: toTime(clock.now()),
    etag: ids.etag(),
  }
  putService(state, { ...service, aliases: put(service.aliases, alias.aliasName, alias) })
  return { status: 200, headers: { ETag: alias.etag }, body: toAliasResponse(alias) }
}
