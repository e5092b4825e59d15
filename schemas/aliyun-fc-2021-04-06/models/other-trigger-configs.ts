import { z } from 'zod'
import { int64, mapOf } from '../../core/wire.ts'

export const RetryKind = z.enum(['BACKOFF_RETRY', 'EXPONENTIAL_DECAY_RETRY']).meta({
  description: 'BACKOFF_RETRY: retries with random intervals. EXPONENTIAL_DECAY_RETRY: retries with growing intervals.',
  examples: ['BACKOFF_RETRY'],
})

export const NotifyContentFormat = z
  .enum(['JSON', 'STREAM'])
  .meta({ description: 'Format of the event.', examples: ['JSON'] })

/** Source: FC-DEF CreateTrigger, triggerConfig. A Tablestore trigger has no settings besides sourceArn. */
export const TablestoreTriggerConfig = z
  .object({})
  .meta({ description: 'Settings of a trigger of the type tablestore: an empty object.' })

/** Source: FC-DEF CDNEventsTriggerConfig. */
export const CDNEventsTriggerConfig = z
  .object({
    eventName: z
      .string()
      .meta({ description: 'Type of the event.', examples: ['CdnDomainStarted'] })
      .optional(),
    eventVersion: z
      .string()
      .meta({ description: 'Version of the event. Only 1.0.0 is supported.', examples: ['1.0.0'] })
      .optional(),
    notes: z
      .string()
      .meta({ description: 'Description of the trigger.', examples: ['trigger for cache events'] })
      .optional(),
    filter: mapOf(
      z
        .array(z.string().meta({ description: 'Text of the filter.', examples: ['filter-key'] }))
        .meta({ description: 'Texts of the filter.' }),
    )
      .meta({ description: 'Filter for the events: lists of texts, by name.' })
      .optional(),
  })
  .meta({ description: 'Settings of a trigger of the type cdn_events.' })

/** Source: FC-DEF MnsTopicTriggerConfig. */
export const MnsTopicTriggerConfig = z
  .object({
    filterTag: z
      .string()
      .meta({ description: 'Only messages with this tag invoke the function.', examples: ['serverless'] })
      .optional(),
    notifyContentFormat: NotifyContentFormat.optional(),
    notifyStrategy: RetryKind.meta({
      description:
        'How failed invocations are retried. BACKOFF_RETRY: 3 retries, with a random interval of 10 to 20 seconds. EXPONENTIAL_DECAY_RETRY: 176 retries within a day, with intervals that double from 1 to 512 seconds.',
      examples: ['BACKOFF_RETRY'],
    }).optional(),
  })
  .meta({ description: 'Settings of a trigger of the type mns_topic.' })

/** Source: FC-DEF RdsTriggerConfig. */
export const RdsTriggerConfig = z
  .object({
    subscriptionObjects: z
      .array(z.string().meta({ description: 'Name of a database and a table.', examples: ['db1.table1'] }))
      .meta({ description: 'Tables. Their changes invoke the function.' })
      .optional(),
    retry: int64()
      .meta({ description: 'Maximum retries of one invocation.', examples: [2] })
      .optional(),
    concurrency: int64()
      .meta({ description: 'Maximum concurrent invocations.', examples: [1] })
      .optional(),
    eventFormat: z
      .string()
      .meta({ description: 'Format of the event.', examples: ['json'] })
      .optional(),
  })
  .meta({ description: 'Settings of a trigger of the type rds.', 'x-quirk': ['D6'] })
