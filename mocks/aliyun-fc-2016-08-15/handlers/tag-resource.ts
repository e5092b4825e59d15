import type { tagResource as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/tag-resource.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { addTags } from '../../aliyun-fc/tags.ts'

export const tagResource: FcHandler<typeof operation> = ({ body, requestId, ...work }) => {
  addTags(work, body)
  return { status: 200, body: { requestId } }
}
