import type { listProvisionConfigs as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/list-provision-configs.ts'
import { locate } from '../../aliyun-fc/put-configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toListPage } from '../../aliyun-fc/list.ts'
import { isActive } from '../../aliyun-fc/provision.ts'
import { toSortedMap } from '../../core/sorted-map.ts'
import { toProvisionConfigResponse, toProvisionResource } from '../configs.ts'

/** The list contains no configuration without instances and rules. */
export const listProvisionConfigs: FcHandler<typeof operation> = ({ query, state, clock, namespace, apiError }) => {
  const { serviceName, qualifier, ...page } = query
  if (qualifier !== undefined && serviceName === undefined) {
    throw apiError('InvalidArgument', 'serviceName: is required when qualifier is present')
  }
  const now = clock.now()
  const found = [...locate(state.current, 'provision')].filter(
    (located) =>
      (serviceName === undefined || located.serviceName === serviceName) &&
      (qualifier === undefined || located.qualifier === qualifier) &&
      isActive(located.config, now),
  )
  const map = toSortedMap(found.map((located) => [toProvisionResource(located, located.config.account), located]))
  const paging = { ...page, prefix: undefined, startKey: undefined }
  const { items, ...next } = toListPage(`provision configurations of ${namespace}`, map, paging, apiError)
  const provisionConfigs = items.map((located) => toProvisionConfigResponse(located, located.config, now))
  return { status: 200, body: { provisionConfigs, ...next } }
}
