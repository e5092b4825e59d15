import type { listOnDemandConfigs as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/list-on-demand-configs.ts'
import { locate } from '../../aliyun-fc/put-configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toListPage } from '../../aliyun-fc/list.ts'
import { toSortedMap } from '../../core/sorted-map.ts'
import { toOnDemandConfigResponse, toOnDemandResource } from '../configs.ts'

/** An empty list has no `configs` (F8). */
export const listOnDemandConfigs: FcHandler<typeof operation> = ({ query, state, namespace, apiError }) => {
  const found = Array.from(
    locate(state.current, 'onDemand'),
    (located) => [toOnDemandResource(located), toOnDemandConfigResponse(located, located.config)] as const,
  )
  const list = `on-demand configurations of ${namespace}`
  const { items, ...next } = toListPage(list, toSortedMap(found), query, apiError)
  return { status: 200, body: { ...(items.length > 0 && { configs: items }), ...next } }
}
