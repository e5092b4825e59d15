import type { updateAlias as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/update-alias.ts'
import { changeAlias } from '../../aliyun-fc/aliases.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findServiceOfAlias } from '../../aliyun-fc/lookup.ts'
import { toAliasResponse } from '../responses.ts'

export const updateAlias: FcHandler<typeof operation> = ({ path, header, body, ...work }) => {
  const found = findServiceOfAlias(work.state.current, path, work.apiError)
  const { versionId: asSent, versionID, ...changes } = body
  const alias = changeAlias(work, found, header['If-Match'], { ...changes, versionId: asSent ?? versionID })
  return { status: 200, headers: { ETag: alias.etag }, body: toAliasResponse(alias) }
}
