import type { createTrigger as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/create-trigger.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { addTrigger } from '../../aliyun-fc/triggers.ts'
import { toTriggerResponse } from '../responses.ts'

export const createTrigger: FcHandler<typeof operation> = ({ path, body, ...work }) => {
  const trigger = addTrigger(work, path, body)
  return { status: 200, headers: { ETag: trigger.etag }, body: toTriggerResponse(trigger) }
}
