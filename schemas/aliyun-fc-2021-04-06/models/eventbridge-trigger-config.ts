import { z } from 'zod'
import { int64 } from '../../core/wire.ts'
import { RetryKind } from './other-trigger-configs.ts'
import { EventSourceParameters } from './event-source-parameters.ts'

export const EventMode = z.enum(['event-driven', 'event-streaming']).meta({
  description:
    'event-driven: an event is one message in the format of CloudEvents. event-streaming: an event is a list of messages.',
  examples: ['event-streaming'],
})

export const ErrorsTolerance = z
  .enum(['ALL', 'NONE'])
  .meta({ description: 'ALL: all errors are tolerated. NONE: no error is tolerated.', examples: ['ALL'] })

export const EventSchema = z.enum(['CloudEvents', 'RawData']).meta({
  description: 'Format of each item of the event. CloudEvents: the data with its description. RawData: only the data.',
  examples: ['RawData'],
})

export const EventSourceType = z.enum(['Default', 'MNS', 'RocketMQ', 'RabbitMQ', 'Kafka', 'MQTT', 'DTS']).meta({
  description: 'Type of the event source. Default: the sources of EventBridge itself. An update ignores this field.',
  examples: ['Default'],
  'x-quirk': ['D8'],
})

/** Source: FC-DEF EventSourceConfig. */
export const EventSourceConfig = z
  .object({
    eventSourceType: EventSourceType,
    eventSourceParameters: EventSourceParameters.meta({
      description: 'Parameters of the event source. The type Default has none.',
    }).optional(),
  })
  .meta({ description: 'Event source of an EventBridge trigger.' })

/** Source: FC-DEF DeliveryOption. */
export const DeliveryOption = z
  .object({
    mode: EventMode.meta({
      deprecated: true,
      description: 'Use mode of runOptions instead.',
      examples: ['event-streaming'],
    }).optional(),
    eventSchema: EventSchema.optional(),
    concurrency: int64()
      .meta({ description: 'Maximum concurrent deliveries. Only for the type Kafka.', examples: [2] })
      .optional(),
  })
  .meta({ description: 'How events are delivered.' })

/** Source: FC-DEF EventSinkConfig. */
export const EventSinkConfig = z
  .object({
    deliveryOption: DeliveryOption.meta({ description: 'How events are delivered.' }).optional(),
  })
  .meta({ description: 'Target of an EventBridge trigger.' })

/** Source: FC-DEF BatchWindow. */
export const BatchWindow = z
  .object({
    CountBasedWindow: int64()
      .meta({ description: 'Number of events that a batch can hold.', examples: [100] })
      .optional(),
    TimeBasedWindow: int64()
      .meta({ description: 'Time in seconds for which a batch collects events.', examples: [10] })
      .optional(),
  })
  .meta({ description: 'A batch of events. It is delivered when it has reached one of the two limits.' })

/** Source: FC-DEF RetryStrategy. */
export const RetryStrategy = z
  .object({
    PushRetryStrategy: RetryKind.meta({
      description:
        'How failed deliveries are retried. BACKOFF_RETRY: with random intervals. EXPONENTIAL_DECAY_RETRY: with growing intervals.',
      examples: ['BACKOFF_RETRY'],
    }).optional(),
    MaximumEventAgeInSeconds: int64()
      .meta({ description: 'Maximum duration of the retries in seconds.', examples: [512] })
      .optional(),
    MaximumRetryAttempts: int64()
      .meta({ description: 'Maximum number of retries.', examples: [3] })
      .optional(),
  })
  .meta({ description: 'Retries of failed deliveries.' })

/** Source: FC-DEF DeadLetterQueue. */
export const DeadLetterQueue = z
  .object({
    Arn: z
      .string()
      .meta({
        description: 'Resource name (ARN) of a queue of MNS, RocketMQ, Kafka or EventBridge.',
        examples: ['acs:mq:cn-shanghai:143199913651:/instances/MQ_INST_143199913651_BYWs1k2d/topic/testTopic'],
      })
      .optional(),
  })
  .meta({ description: 'Queue for events that could not be delivered.' })

/** Source: FC-DEF RunOptions. */
export const RunOptions = z
  .object({
    batchWindow: BatchWindow.meta({ description: 'Batches of events. Only for the mode event-streaming.' }).optional(),
    retryStrategy: RetryStrategy.meta({ description: 'Retries of failed deliveries.' }).optional(),
    deadLetterQueue: DeadLetterQueue.meta({
      description: 'Queue for events that could not be delivered. If the field is absent, they are discarded.',
    }).optional(),
    maximumTasks: int64()
      .meta({ description: 'Number of consumers.', examples: [1] })
      .optional(),
    errorsTolerance: ErrorsTolerance.optional(),
    mode: EventMode.meta({
      description:
        'event-streaming: an event is a list of messages. event-driven: an event is one message in the format of CloudEvents.',
      examples: ['event-streaming'],
    }).optional(),
  })
  .meta({ description: 'How an EventBridge trigger runs.' })

/** Source: FC-DEF EventBridgeTriggerConfig. */
export const EventBridgeTriggerConfig = z
  .object({
    triggerEnable: z
      .boolean()
      .meta({ description: 'If true, the trigger is enabled.', examples: [true] })
      .optional(),
    asyncInvocationType: z
      .boolean()
      .meta({
        description: 'If true, the trigger invokes the function asynchronously.',
        examples: [true],
      })
      .optional(),
    eventRuleFilterPattern: z.string().meta({
      description: 'Pattern of the events that invoke the function: the text of a JSON object.',
      examples: ['{"source":["acs.oss"],"type":["oss:BucketCreated:PutBucket"]}'],
    }),
    eventSourceConfig: EventSourceConfig.meta({ description: 'Event source.' }),
    eventSinkConfig: EventSinkConfig.meta({ description: 'Target.' }).optional(),
    runOptions: RunOptions.meta({ description: 'How the trigger runs.' }).optional(),
  })
  .meta({ description: 'Settings of a trigger of the type eventbridge.' })
