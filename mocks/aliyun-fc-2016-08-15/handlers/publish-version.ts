import type { publishVersion as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/publish-version.ts'
import { put } from '../../core/sorted-map.ts'
import { toVersionAnswer } from '../answers.ts'
import { findService, refuseStale } from '../lookup.ts'
import { putService } from '../state.ts'
import type { StoredVersion } from '../stored.ts'
import { toTime } from '../time.ts'
import { isUnchanged, toPublished, toVersionKey } from '../versions.ts'
import type { FcHandler } from './types.ts'

export const publishVersion: FcHandler<typeof operation> = ({ path, header, body, state, clock, ids, fault }) => {
  const service = findService(state.current, path.serviceName, fault)
  refuseStale(header['If-Match'], service.etag, fault)
  if (isUnchanged(service)) {
    throw fault('VersionPublishError', `service '${service.serviceName}' has not changed since its newest version`)
  }
  const lastVersionId = service.lastVersionId + 1
  const now = toTime(clock.now())
  const version: StoredVersion = {
    versionId: String(lastVersionId),
    description: body.description,
    createdTime: now,
    lastModifiedTime: now,
    etag: ids.etag(),
    published: toPublished(service),
  }
  const versions = put(service.versions, toVersionKey(version.versionId), version)
  putService(state, { ...service, lastVersionId, versions })
  return { status: 200, headers: { ETag: version.etag }, body: toVersionAnswer(version) }
}
