import type { publishVersion as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/publish-version.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findService, refuseStale } from '../../aliyun-fc/lookup.ts'
import { putService } from '../../aliyun-fc/state.ts'
import { toTime } from '../../aliyun-fc/time.ts'
import { isUnchanged, publish } from '../../aliyun-fc/versions.ts'
import { toVersionResponse } from '../responses.ts'

export const publishVersion: FcHandler<typeof operation> = ({ path, header, body, state, clock, ids, apiError }) => {
  const before = findService(state.current, path.serviceName, apiError)
  refuseStale(header['If-Match'], before.etag, apiError)
  if (isUnchanged(before)) {
    throw apiError('VersionPublishError', `service '${before.serviceName}' has not changed since its newest version`)
  }
  const { description = body.Description } = body // one client sends the name with a capital letter (W14)
  const { service, version } = publish(before, { description, now: toTime(clock.now()), etag: ids.etag() })
  putService(state, service)
  return { status: 200, headers: { ETag: version.etag }, body: toVersionResponse(version) }
}
