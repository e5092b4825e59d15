import type { listStatefulAsyncInvocationFunctions as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/list-stateful-async-invocation-functions.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toListPage } from '../../aliyun-fc/list.ts'
import { toTaskFunctions } from '../../aliyun-fc/task-functions.ts'
import { toSortedMap } from '../../core/sorted-map.ts'

export const listStatefulAsyncInvocationFunctions: FcHandler<typeof operation> = ({ query, state, apiError }) => {
  const functions = toTaskFunctions(state.current).map((entry) => {
    const { serviceName, functionName, qualifier } = entry
    return [JSON.stringify([serviceName, functionName, qualifier]), entry] as const
  })
  const paging = { ...query, prefix: undefined, startKey: undefined }
  const { items, ...next } = toListPage('functions with tasks', toSortedMap(functions), paging, apiError)
  return { status: 200, body: { data: items, ...next } }
}
