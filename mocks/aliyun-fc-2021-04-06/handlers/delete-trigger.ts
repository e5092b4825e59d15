import type { deleteTrigger as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/delete-trigger.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { dropTrigger } from '../../aliyun-fc/triggers.ts'

export const deleteTrigger: FcHandler<typeof operation> = ({ path, header, ...work }) => {
  dropTrigger(work, path, header['If-Match'])
  return { status: 204 }
}
