import type { deleteAlias as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/delete-alias.ts'
import { withoutQualifier } from '../../aliyun-fc/configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findServiceOfAlias, refuseStale } from '../../aliyun-fc/lookup.ts'
import { putService } from '../../aliyun-fc/state.ts'

export const deleteAlias: FcHandler<typeof operation> = ({ path, header, state, apiError }) => {
  const { service, alias } = findServiceOfAlias(state.current, path, apiError)
  refuseStale(header['If-Match'], alias.etag, apiError)
  const aliases = service.aliases.without(alias.aliasName)
  putService(state, { ...withoutQualifier(service, alias.aliasName), aliases })
  return { status: 204 }
}
