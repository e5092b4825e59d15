import type { z } from 'zod'
import type {
  StatefulAsyncInvocation,
  StatefulAsyncInvocationEvent,
} from '../../schemas/aliyun-fc-2021-04-06/models/stateful-async-invocation.ts'
import type { StoredTask } from '../aliyun-fc/account-resources.ts'
import { type Progress, type TaskEvent, toProgress } from '../aliyun-fc/tasks.ts'

/** A task at a time. */
export function toTaskResponse(task: StoredTask, now: number): z.input<typeof StatefulAsyncInvocation> {
  const progress = toProgress(task, now)
  const { events, status } = progress
  const hasFailed = status === 'Failed' || status === 'Retrying'
  return {
    functionName: task.functionName,
    serviceName: task.serviceName,
    qualifier: task.qualifier,
    invocationId: task.invocationId,
    status,
    startedTime: task.acceptedAt,
    alreadyRetriedTimes: Math.max(0, events.filter((event) => event.status === 'Running').length - 1),
    requestId: task.requestId,
    ...(events.some((event) => event.status === 'Running') && { instanceId: task.instanceId }),
    invocationPayload: task.payload,
    ...(hasFailed && { invocationErrorMessage: task.error }),
    ...(progress.isEnded && toEnd(task, progress)),
    events: events.map((event, index) => toEventResponse(task, event, index)),
  }
}

function toEnd({ hasDestination }: StoredTask, { status, events }: Progress) {
  const endTime = events.at(-1)?.at ?? 0 // an ended task has events
  const ran = events.findLast((event) => event.status === 'Running')
  return {
    endTime,
    durationMs: ran ? endTime - ran.at : 0,
    ...(hasDestination && status !== 'Stopped' && { destinationStatus: 'Succeeded' }),
  }
}

function toEventResponse(
  { error }: StoredTask,
  { status, at }: TaskEvent,
  index: number,
): z.input<typeof StatefulAsyncInvocationEvent> {
  const hasFailed = status === 'Failed' || status === 'Retrying'
  return {
    eventId: index + 1,
    status,
    timestamp: at,
    eventDetail: hasFailed ? JSON.stringify({ Error: error }) : '',
  }
}
