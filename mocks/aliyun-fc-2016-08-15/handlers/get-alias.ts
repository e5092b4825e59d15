import type { getAlias as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/get-alias.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findAlias, findService } from '../../aliyun-fc/lookup.ts'
import { toAliasAnswer } from '../responses.ts'

export const getAlias: FcHandler<typeof operation> = ({ path, state, fault }) => {
  const alias = findAlias(findService(state.current, path.serviceName, fault), path.aliasName, fault)
  return { status: 200, headers: { ETag: alias.etag }, body: toAliasAnswer(alias) }
}
