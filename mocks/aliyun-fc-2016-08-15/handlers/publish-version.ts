import type { publishVersion as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/publish-version.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { addVersion } from '../../aliyun-fc/publishing.ts'
import { toVersionResponse } from '../responses.ts'

export const publishVersion: FcHandler<typeof operation> = ({ path, header, body, ...work }) => {
  const { description = body.Description } = body // one client sends the name with a capital letter (W14)
  const version = addVersion(work, path.serviceName, header['If-Match'], description)
  return { status: 200, headers: { ETag: version.etag }, body: toVersionResponse(version) }
}
