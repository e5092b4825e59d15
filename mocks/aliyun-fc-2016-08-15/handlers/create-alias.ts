import type { createAlias as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/create-alias.ts'
import { addAlias } from '../../aliyun-fc/aliases.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toAliasResponse } from '../responses.ts'

export const createAlias: FcHandler<typeof operation> = ({ path, body, ...work }) => {
  const { versionId: asSent, versionID, ...settings } = body
  const versionId = asSent ?? versionID ?? '' // the model requires one of the two
  const alias = addAlias(work, path.serviceName, { ...settings, versionId })
  return { status: 200, headers: { ETag: alias.etag }, body: toAliasResponse(alias) }
}
