import type { createAlias as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/create-alias.ts'
import { addAlias } from '../../aliyun-fc/aliases.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toAliasResponse } from '../responses.ts'

export const createAlias: FcHandler<typeof operation> = ({ path, body, ...work }) => {
  const alias = addAlias(work, path.serviceName, body)
  return { status: 200, headers: { ETag: alias.etag }, body: toAliasResponse(alias) }
}
