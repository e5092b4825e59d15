import type { tagResource as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/tag-resource.ts'
import { toConfigs } from '../../aliyun-fc/configs.ts'
import { putConfigs } from '../../aliyun-fc/put-configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findByArn } from '../../aliyun-fc/tags.ts'
import { put } from '../../core/sorted-map.ts'

export const tagResource: FcHandler<typeof operation> = ({ body, state, apiError }) => {
  const { service, place } = findByArn(state.current, body.resourceArn, apiError)
  const configs = toConfigs(service)
  const tags = Object.entries(body.tags).reduce((map, [key, value]) => put(map, key, value), configs.tags)
  putConfigs(state, service, { tags, place: place ?? configs.place })
  return { status: 200 }
}
