import type { updateTrigger as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/update-trigger.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { changeTrigger } from '../../aliyun-fc/triggers.ts'
import { toTriggerResponse } from '../responses.ts'

export const updateTrigger: FcHandler<typeof operation> = ({ path, header, body, ...work }) => {
  const trigger = changeTrigger(work, path, header['If-Match'], body)
  return { status: 200, headers: { ETag: trigger.etag }, body: toTriggerResponse(trigger) }
}
