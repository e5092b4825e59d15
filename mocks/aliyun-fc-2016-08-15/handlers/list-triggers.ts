import type { listTriggers as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/list-triggers.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findFunction, findService } from '../../aliyun-fc/lookup.ts'
import { toListPage } from '../../aliyun-fc/list.ts'
import { getTriggers } from '../../aliyun-fc/triggers.ts'
import { toTriggerResponse } from '../responses.ts'

export const listTriggers: FcHandler<typeof operation> = ({ path, query, state, apiError }) => {
  const service = findService(state.current, path.serviceName, apiError)
  const { functionId } = findFunction(service, path.functionName, apiError)
  const triggers = getTriggers(service, path.functionName)
  const { items, ...next } = toListPage(`triggers of ${functionId}`, triggers, query, apiError)
  return { status: 200, body: { triggers: items.map(toTriggerResponse), ...next } }
}
