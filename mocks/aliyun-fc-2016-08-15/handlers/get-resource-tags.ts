import type { getResourceTags as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/get-resource-tags.ts'
import { toAccountId } from '../../aliyun-fc/account.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { getTags } from '../../aliyun-fc/tags.ts'

export const getResourceTags: FcHandler<typeof operation> = ({ query, requestId, namespace, ...work }) => ({
  status: 200,
  body: { requestId, ...getTags(work, query.resourceArn, toAccountId(namespace)) },
})
