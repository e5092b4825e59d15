import type { listFunctions as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/list-functions.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toListPage } from '../../aliyun-fc/list.ts'
import { findOfVersion, latest } from '../../aliyun-fc/lookup.ts'
import { toFunctionResponse } from '../responses.ts'

export const listFunctions: FcHandler<typeof operation> = ({ path, query, state, apiError }) => {
  const { service } = findOfVersion(state.current, { ...path, ...query }, apiError)
  const list = `functions of ${service.serviceId} ${query.qualifier || latest}`
  const { items, ...next } = toListPage(list, service.functions, query, apiError)
  return { status: 200, body: { functions: items.map(toFunctionResponse), ...next } }
}
