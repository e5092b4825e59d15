import type { untagResource as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/untag-resource.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { dropTags } from '../../aliyun-fc/tags.ts'

export const untagResource: FcHandler<typeof operation> = ({ body, ...work }) => {
  dropTags(work, body)
  return { status: 200 }
}
