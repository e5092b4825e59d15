import { z } from 'zod'
import { int32, int64, withDefault } from '../../core/wire.ts'
import { limitFromZero } from './domain-parameters.ts'
import { InvocationType, LogType } from './invocation.ts'
import { StatefulAsyncInvocationStatus } from './stateful-async-invocation.ts'

export const invocationId = z.string().meta({
  description: 'Id of the task: the id that the caller of the function chose, or else a generated id.',
  examples: ['e026ae92-61e5-472f-b32d-1c9e3c4e0a5f'],
})

export const taskQualifier = z
  .string()
  .meta({
    'x-quirk': ['E20'],
    description: 'Version or alias of the service to which the task belongs.',
    examples: ['LATEST'],
  })
  .optional()

/** Headers of invocations, which FC-DEF also lists for reading tasks (E21). */
export const invocationHeaders = {
  'X-Fc-Code-Checksum': z
    .string()
    .meta({
      'x-quirk': ['E21'],
      description: 'CRC-64 of the code package, as a decimal number. Tools calculate the number.',
      examples: ['1506052139770049123'],
    })
    .optional(),
  'X-Fc-Log-Type': withDefault(
    LogType.meta({ 'x-quirk': ['E21'], description: 'Whether the response contains a log.', examples: ['Tail'] }),
    'None',
  ),
  'X-Fc-Invocation-Type': InvocationType.meta({
    'x-quirk': ['E21'],
    description: 'Whether an invocation is synchronous.',
    examples: ['Async'],
  }).optional(),
}

export const TimeOrder = z.enum(['asc', 'desc']).meta({
  description: 'asc: the oldest task comes first. desc: the newest task comes first.',
  examples: ['desc'],
})

/** The query of ListStatefulAsyncInvocations. */
export const taskPaging = {
  qualifier: taskQualifier,
  status: StatefulAsyncInvocationStatus.meta({
    description: 'Lists only tasks with this status.',
    examples: ['Running'],
  }).optional(),
  nextToken: z
    .string()
    .meta({ description: 'nextToken of the previous page.', examples: ['caeba00000be03f84eb48b699f0a4883'] })
    .optional(),
  limit: int32()
    .min(1)
    .max(100)
    .meta({ description: 'Maximum entries per page.', examples: [20] })
    .default(50),
  startedTimeBegin: int64()
    .meta({
      description: 'Lists only tasks that started at this time or later, in milliseconds since 1970.',
      examples: [1640966400000],
    })
    .optional(),
  startedTimeEnd: int64()
    .meta({
      'x-quirk': ['E22'],
      description: 'Lists only tasks that started at this time or earlier, in milliseconds since 1970.',
      examples: [1640966400000],
    })
    .optional(),
  sortOrderByTime: TimeOrder.meta({
    'x-quirk': ['E23'],
    description: 'Order of the tasks.',
    examples: ['desc'],
  }).optional(),
  invocationIdPrefix: z
    .string()
    .meta({ description: 'Prefix of the ids to list.', examples: ['abcxxx'] })
    .optional(),
  includePayload: z
    .boolean()
    .meta({
      'x-quirk': ['E23'],
      description: 'If true, the tasks have invocationPayload.',
      examples: [true],
    })
    .optional(),
}

/** The query of ListStatefulAsyncInvocationFunctions. */
export const taskFunctionPaging = {
  limit: limitFromZero,
  nextToken: z
    .string()
    .meta({
      'x-quirk': ['E24'],
      description: 'nextToken of the previous page. Empty or absent for the first page.',
      examples: ['ZGVtby1zZXJ2aWNl'],
    })
    .optional(),
}
