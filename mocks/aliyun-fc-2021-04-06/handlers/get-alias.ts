import type { getAlias as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/get-alias.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findAlias, findService } from '../../aliyun-fc/lookup.ts'
import { toAliasResponse } from '../responses.ts'

export const getAlias: FcHandler<typeof operation> = ({ path, state, apiError }) => {
  const alias = findAlias(findService(state.current, path.serviceName, apiError), path.aliasName, apiError)
  return { status: 200, headers: { ETag: alias.etag }, body: toAliasResponse(alias) }
}
