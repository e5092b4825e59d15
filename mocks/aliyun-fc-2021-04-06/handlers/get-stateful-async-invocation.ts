import type { getStatefulAsyncInvocation as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/get-stateful-async-invocation.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findTask } from '../../aliyun-fc/find-task.ts'
import { toTaskResponse } from '../task-response.ts'

export const getStatefulAsyncInvocation: FcHandler<typeof operation> = ({ path, query, state, clock, apiError }) => {
  const task = findTask(state.current, { ...path, qualifier: query.qualifier }, apiError)
  return { status: 200, body: toTaskResponse(task, clock.now()) }
}
