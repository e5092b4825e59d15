import type { listAliases as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/list-aliases.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toListPage } from '../../aliyun-fc/list.ts'
import { findService } from '../../aliyun-fc/lookup.ts'
import { toAliasResponse } from '../responses.ts'

export const listAliases: FcHandler<typeof operation> = ({ path, query, state, apiError }) => {
  const { serviceId, aliases } = findService(state.current, path.serviceName, apiError)
  const { items, ...next } = toListPage(`aliases of ${serviceId}`, aliases, query, apiError)
  return { status: 200, body: { aliases: items.map(toAliasResponse), ...next } }
}
