import type { listTaggedResources as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/list-tagged-resources.ts'
import { toConfigs } from '../../aliyun-fc/configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toListPage } from '../../aliyun-fc/list.ts'
import { toArn, toTags } from '../../aliyun-fc/tags.ts'
import { toSortedMap } from '../../core/sorted-map.ts'

export const listTaggedResources: FcHandler<typeof operation> = ({ query, header, state, namespace, apiError }) => {
  const tagged = [...state.current.services.entries()].filter(([, service]) => toConfigs(service).tags.size > 0)
  const { items, ...next } = toListPage(`tags of ${namespace}`, toSortedMap(tagged), query, apiError)
  const resources = items.map((service) => ({
    resourceArn: toArn(service, header['X-Fc-Account-Id']),
    tags: toTags(service),
  }))
  return { status: 200, body: { resources, ...next } }
}
