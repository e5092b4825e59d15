import type { getResourceTags as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/get-resource-tags.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { getTags } from '../../aliyun-fc/tags.ts'

export const getResourceTags: FcHandler<typeof operation> = ({ query, header, ...work }) => ({
  status: 200,
  body: getTags(work, query.resourceArn, header['X-Fc-Account-Id']),
})
