import type { deleteAlias as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/delete-alias.ts'
import { dropAlias } from '../../aliyun-fc/aliases.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findAlias, findService } from '../../aliyun-fc/lookup.ts'

export const deleteAlias: FcHandler<typeof operation> = ({ path, header, ...work }) => {
  const service = findService(work.state.current, path.serviceName, work.apiError)
  dropAlias(work, { service, alias: findAlias(service, path.aliasName, work.apiError) }, header['If-Match'])
  return { status: 204 }
}
