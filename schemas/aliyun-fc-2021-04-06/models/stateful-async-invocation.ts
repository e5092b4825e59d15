import { z } from 'zod'
import { int64 } from '../../core/wire.ts'

export const StatefulAsyncInvocationStatus = z
  .enum(['Enqueued', 'Succeeded', 'Failed', 'Running', 'Stopped', 'Stopping', 'Invalid', 'Expired', 'Retrying'])
  .meta({
    description: [
      'Status of an asynchronous task.',
      'Enqueued: the task waits.',
      'Running: the function runs.',
      'Succeeded: the function succeeded.',
      'Failed: the function failed.',
      'Retrying: the function failed and will run again.',
      'Stopping: the task is being stopped.',
      'Stopped: the task was stopped.',
      'Expired: the task waited longer than its configuration allows and did not run.',
      'Invalid: the task did not run for another reason, such as a deleted function.',
    ].join(' '),
    examples: ['Running'],
  })

const serviceName = z.string().meta({ description: 'Name of the service.', examples: ['serviceName'] })
const functionName = z.string().meta({ description: 'Name of the function.', examples: ['functionName'] })
const qualifier = z.string().meta({ description: 'Version or alias of the service.', examples: ['LATEST'] })

/** Source: FC-DEF StatefulAsyncInvocationEvent. */
export const StatefulAsyncInvocationEvent = z
  .object({
    eventId: int64()
      .meta({ description: 'Id of the event.', examples: [1] })
      .optional(),
    status: StatefulAsyncInvocationStatus.meta({
      description: 'Status of the task since the event.',
      examples: ['Enqueued'],
    }).optional(),
    timestamp: int64()
      .meta({ description: 'Time of the event, in milliseconds since 1970.', examples: [1647420449721] })
      .optional(),
    eventDetail: z
      .string()
      .meta({ description: 'Details of the event.', examples: ['{"Error":"UnhandledInvocationError"}'] })
      .optional(),
  })
  .meta({ description: 'A change of the status of an asynchronous task.' })

/** Source: FC-DEF StatefulAsyncInvocation. */
export const StatefulAsyncInvocation = z
  .object({
    functionName: functionName.optional(),
    serviceName: serviceName.optional(),
    qualifier: qualifier.optional(),
    invocationId: z
      .string()
      .meta({ description: 'Id of the task.', examples: ['demo-id'] })
      .optional(),
    status: StatefulAsyncInvocationStatus.optional(),
    startedTime: int64()
      .meta({
        'x-quirk': ['E22'],
        description: 'Time when the task started, in milliseconds since 1970.',
        examples: [1633449590000],
      })
      .optional(),
    endTime: int64()
      .meta({
        'x-quirk': ['E22'],
        description: 'Time when the task ended, in milliseconds since 1970.',
        examples: [1633449599000],
      })
      .optional(),
    destinationStatus: z
      .string()
      .meta({ 'x-quirk': ['E26'], description: 'Status of the destination of the task.', examples: ['Succeeded'] })
      .optional(),
    invocationErrorMessage: z
      .string()
      .meta({ description: 'Error message of a failed task.', examples: ['UnhandledInvocationError'] })
      .optional(),
    invocationPayload: z
      .string()
      .meta({
        'x-quirk': ['E23'],
        description: 'Event of the task.',
        examples: ['{"key1":"value1","key2":"value2"}'],
      })
      .optional(),
    alreadyRetriedTimes: int64()
      .meta({ description: 'Number of times that the function ran again after a failure.', examples: [3] })
      .optional(),
    requestId: z
      .string()
      .meta({ description: 'Id of the request.', examples: ['ABA740D4-4BA6-5293-9FD1-882707EADC37'] })
      .optional(),
    instanceId: z
      .string()
      .meta({
        description: 'Id of the instance that runs the function.',
        examples: ['D4-4BA6-5293-9FD1-882707E'],
      })
      .optional(),
    events: z.array(StatefulAsyncInvocationEvent).meta({ description: 'Events of the task, in order.' }).optional(),
    durationMs: int64()
      .meta({ description: 'Duration of the execution in milliseconds.', examples: [100] })
      .optional(),
    returnPayload: z
      .string()
      .max(1_048_576)
      .meta({
        'x-quirk': ['E25'],
        description: 'Output of the function, at most 1 MB. This field is in a closed beta.',
        examples: ['my-result'],
      })
      .optional(),
  })
  .meta({ description: 'An asynchronous task: an asynchronous invocation with a stored status.' })

/** Source: FC-DEF AsyncConfigMeta. */
export const AsyncConfigMeta = z
  .object({
    serviceName: serviceName.optional(),
    functionName: functionName.optional(),
    qualifier: qualifier.optional(),
  })
  .meta({ description: 'A function with asynchronous tasks, and its version or alias.' })

/** Source: FC-DEF ListStatefulAsyncInvocations, response 200. */
export const ListStatefulAsyncInvocationsOutput = z
  .object({
    nextToken: z
      .string()
      .meta({ description: 'Token for the next page. Absent on the last page.', examples: ['8bj81uI8n'] })
      .optional(),
    invocations: z
      .array(StatefulAsyncInvocation)
      .meta({ description: 'Tasks on this page, sorted by start time.' })
      .optional(),
  })
  .meta({ description: 'One page of asynchronous tasks.' })

/** Source: FC-DEF ListStatefulAsyncInvocationFunctions, response 200. */
export const ListStatefulAsyncInvocationFunctionsOutput = z
  .object({
    nextToken: z
      .string()
      .meta({
        'x-quirk': ['E24'],
        description: 'Token for the next page. Absent on the last page.',
        examples: ['ZGVtby1zZXJ2aWNl'],
      })
      .optional(),
    data: z.array(AsyncConfigMeta).meta({ description: 'Functions on this page.' }).optional(),
  })
  .meta({ description: 'One page of functions with asynchronous tasks.' })
