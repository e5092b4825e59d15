import type { listStatefulAsyncInvocationFunctions as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/list-stateful-async-invocation-functions.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toListPage } from '../../aliyun-fc/list.ts'
import { locate } from '../../aliyun-fc/put-configs.ts'
import { toSortedMap } from '../../core/sorted-map.ts'

export const listStatefulAsyncInvocationFunctions: FcHandler<typeof operation> = ({ query, state, apiError }) => {
  const functions = [...locate(state.current, 'asyncInvoke')]
    .filter(({ config }) => config.settings.statefulInvocation)
    .map(({ serviceName, functionName, qualifier }) => {
      const entry = { serviceName, functionName, qualifier }
      return [JSON.stringify(Object.values(entry)), entry] as const
    })
  const { items, ...next } = toListPage('functions with tasks', toSortedMap(functions), query, apiError)
  return { status: 200, body: { data: items, ...next } }
}
