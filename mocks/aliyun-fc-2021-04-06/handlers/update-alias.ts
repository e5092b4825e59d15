import type { updateAlias as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/update-alias.ts'
import { changeAlias } from '../../aliyun-fc/aliases.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findAlias, findService } from '../../aliyun-fc/lookup.ts'
import { toAliasResponse } from '../responses.ts'

export const updateAlias: FcHandler<typeof operation> = ({ path, header, body, ...work }) => {
  const service = findService(work.state.current, path.serviceName, work.apiError)
  const found = { service, alias: findAlias(service, path.aliasName, work.apiError) }
  const alias = changeAlias(work, found, header['If-Match'], body)
  return { status: 200, headers: { ETag: alias.etag }, body: toAliasResponse(alias) }
}
