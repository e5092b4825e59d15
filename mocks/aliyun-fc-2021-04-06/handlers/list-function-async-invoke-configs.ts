import type { listFunctionAsyncInvokeConfigs as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/list-function-async-invoke-configs.ts'
import { toQualifiers } from '../../aliyun-fc/configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toListPage } from '../../aliyun-fc/list.ts'
import { findFunction, findService } from '../../aliyun-fc/lookup.ts'
import { toSortedMap } from '../../core/sorted-map.ts'
import { toAsyncConfigResponse } from '../configs.ts'

/** An empty list has no `configs`, and the token of the last page is empty (F8). */
export const listFunctionAsyncInvokeConfigs: FcHandler<typeof operation> = ({ path, query, state, apiError }) => {
  const service = findService(state.current, path.serviceName, apiError)
  const { functionId } = findFunction(service, path.functionName, apiError)
  const configs = [...toQualifiers(service, path.functionName).entries()].flatMap(([qualifier, { asyncInvoke }]) =>
    asyncInvoke ? [[qualifier, toAsyncConfigResponse({ ...path, qualifier }, asyncInvoke)] as const] : [],
  )
  const paging = { ...query, prefix: undefined, startKey: undefined }
  const list = `async invoke configurations of ${functionId}`
  const { items, nextToken = '' } = toListPage(list, toSortedMap(configs), paging, apiError)
  return { status: 200, body: { ...(items.length > 0 && { configs: items }), nextToken } }
}
