import type { updateTrigger as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/update-trigger.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import type { StoredTrigger } from '../../aliyun-fc/stored.ts'
import { changeTrigger, getTrigger } from '../../aliyun-fc/triggers.ts'
import { readTriggerChange, refuseInvalidConfig, toTriggerResponse } from '../triggers.ts'

export const updateTrigger: FcHandler<typeof operation> = ({ path, header, body, ...work }) => {
  const { triggerConfig, ...changes } = body
  const check = (settings: StoredTrigger['settings']) => refuseInvalidConfig(settings, work.apiError)
  const { trigger: before } = getTrigger(work, path)
  const config = triggerConfig === undefined ? {} : { triggerConfig: readTriggerChange(triggerConfig, before.settings) }
  const trigger = changeTrigger(work, path, header['If-Match'], { ...changes, ...config }, check)
  return { status: 200, headers: { ETag: trigger.etag }, body: toTriggerResponse(path, trigger) }
}
