import type { getResourceTags as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/get-resource-tags.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findByArn, toArn, toTags } from '../../aliyun-fc/tags.ts'

export const getResourceTags: FcHandler<typeof operation> = ({ query, header, state, apiError }) => {
  const { service, place } = findByArn(state.current, query.resourceArn, apiError)
  const resourceArn = place ? query.resourceArn : toArn(service, header['X-Fc-Account-Id'])
  return { status: 200, body: { resourceArn, tags: toTags(service) } }
}
