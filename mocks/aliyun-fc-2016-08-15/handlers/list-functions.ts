import type { listFunctions as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/list-functions.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findQualified, latest } from '../../aliyun-fc/lookup.ts'
import { toListPage } from '../../aliyun-fc/list.ts'
import { toFunctionResponse } from '../responses.ts'

export const listFunctions: FcHandler<typeof operation> = ({ path, query, state, apiError }) => {
  const { service } = findQualified(state.current, path, apiError)
  const list = `functions of ${service.serviceId} ${path.qualifier ?? latest}`
  const { items, ...next } = toListPage(list, service.functions, query, apiError)
  return { status: 200, body: { functions: items.map(toFunctionResponse), ...next } }
}
