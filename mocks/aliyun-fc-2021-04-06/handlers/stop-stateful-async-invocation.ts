import type { stopStatefulAsyncInvocation as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/stop-stateful-async-invocation.ts'
import { findTask } from '../../aliyun-fc/find-task.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { putTask, toProgress } from '../../aliyun-fc/tasks.ts'

/** Stopping a task again while it stops has no effect. */
export const stopStatefulAsyncInvocation: FcHandler<typeof operation> = ({ path, query, state, clock, apiError }) => {
  const task = findTask(state.current, { ...path, qualifier: query.qualifier }, apiError)
  const now = clock.now()
  if (toProgress(task, now).isEnded) {
    throw apiError(
      'StatefulAsyncInvocationAlreadyCompleted',
      `stateful async invocation '${task.invocationId}' has already completed`,
    )
  }
  if (task.stoppedAt === undefined) putTask(state, { ...task, stoppedAt: now })
  return { status: 200 }
}
