import type { createTrigger as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/create-trigger.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { addTrigger } from '../../aliyun-fc/triggers.ts'
import { readTriggerConfig, toTriggerResponse } from '../triggers.ts'

export const createTrigger: FcHandler<typeof operation> = ({ path, body, ...work }) => {
  const settings = { ...body, triggerConfig: readTriggerConfig(body.triggerConfig) }
  const trigger = addTrigger(work, path, settings)
  return { status: 200, headers: { ETag: trigger.etag }, body: toTriggerResponse(path, trigger) }
}
