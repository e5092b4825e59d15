import type { getTrigger as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/get-trigger.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { getTrigger as findTrigger } from '../../aliyun-fc/triggers.ts'
import { toTriggerResponse } from '../responses.ts'

export const getTrigger: FcHandler<typeof operation> = ({ path, ...work }) => {
  const { trigger } = findTrigger(work, path)
  return { status: 200, headers: { ETag: trigger.etag }, body: toTriggerResponse(trigger) }
}
