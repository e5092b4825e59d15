import type { listStatefulAsyncInvocations as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/list-stateful-async-invocations.ts'
import { findTaskOwner } from '../../aliyun-fc/find-task.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toTaskPage } from '../../aliyun-fc/task-page.ts'
import { toTaskResponse } from '../task-response.ts'

export const listStatefulAsyncInvocations: FcHandler<typeof operation> = ({ path, query, state, clock, apiError }) => {
  const now = clock.now()
  const owner = findTaskOwner(state.current, { ...path, qualifier: query.qualifier }, apiError)
  const { items, ...next } = toTaskPage(state.current, owner, query, now, apiError)
  const invocations = items.map((task) => {
    const { invocationPayload, ...response } = toTaskResponse(task, now)
    return query.includePayload ? { ...response, invocationPayload } : response
  })
  return { status: 200, body: { invocations, ...next } }
}
