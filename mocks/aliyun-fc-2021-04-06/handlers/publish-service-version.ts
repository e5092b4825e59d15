import type { publishServiceVersion as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/publish-service-version.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { addVersion } from '../../aliyun-fc/publishing.ts'
import { toVersionResponse } from '../responses.ts'

export const publishServiceVersion: FcHandler<typeof operation> = ({ path, header, body, ...work }) => {
  const version = addVersion(work, path.serviceName, header['If-Match'], body.description)
  return { status: 200, headers: { ETag: version.etag }, body: toVersionResponse(version) }
}
