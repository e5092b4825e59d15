import type { untagResource as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/untag-resource.ts'
import { toConfigs } from '../../aliyun-fc/configs.ts'
import { putConfigs } from '../../aliyun-fc/put-configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findByArn } from '../../aliyun-fc/tags.ts'
import { emptySortedMap } from '../../core/sorted-map.ts'

/** With a key, `all` has no effect (F4). */
export const untagResource: FcHandler<typeof operation> = ({ body, state, apiError }) => {
  const { tagKeys = [] } = body
  const { service } = findByArn(state.current, body.resourceArn, apiError)
  const { tags } = toConfigs(service)
  const kept = tagKeys.length > 0 ? tagKeys.reduce((map, key) => map.without(key), tags) : emptySortedMap<string>()
  putConfigs(state, service, { tags: kept })
  return { status: 200 }
}
