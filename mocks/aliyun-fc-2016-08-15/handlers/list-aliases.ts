import type { listAliases as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/list-aliases.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findService } from '../../aliyun-fc/lookup.ts'
import { toAliasAnswer } from '../responses.ts'
import { toListPage } from '../list.ts'

export const listAliases: FcHandler<typeof operation> = ({ path, query, state, fault }) => {
  const { serviceId, aliases } = findService(state.current, path.serviceName, fault)
  const { items, ...next } = toListPage(`aliases of ${serviceId}`, aliases, query, fault)
  return { status: 200, body: { aliases: items.map(toAliasAnswer), ...next } }
}
