import type { tagResource as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/tag-resource.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { addTags } from '../../aliyun-fc/tags.ts'

export const tagResource: FcHandler<typeof operation> = ({ body, ...work }) => {
  addTags(work, body)
  return { status: 200 }
}
