import type { z } from 'zod'
import { jsonText } from '../../core/wire.ts'
import { EventBridgeTriggerConfig } from './eventbridge-trigger-config.ts'
import { HTTPTriggerConfig } from './http-trigger-config.ts'
import { LogTriggerConfig } from './log-trigger-config.ts'
import { OSSTriggerConfig } from './oss-trigger-config.ts'
import {
  CDNEventsTriggerConfig,
  MnsTopicTriggerConfig,
  RdsTriggerConfig,
  TablestoreTriggerConfig,
} from './other-trigger-configs.ts'
import { TimeTriggerConfig } from './timer-trigger-config.ts'

/** The model of triggerConfig for each triggerType. */
export const triggerConfigs = {
  oss: OSSTriggerConfig,
  log: LogTriggerConfig,
  timer: TimeTriggerConfig,
  http: HTTPTriggerConfig,
  tablestore: TablestoreTriggerConfig,
  cdn_events: CDNEventsTriggerConfig,
  mns_topic: MnsTopicTriggerConfig,
  eventbridge: EventBridgeTriggerConfig,
  rds: RdsTriggerConfig,
} as const

export type TriggerType = keyof typeof triggerConfigs

/** The names of the models in the document. */
export const triggerConfigNames = {
  oss: 'OSSTriggerConfig',
  log: 'LogTriggerConfig',
  timer: 'TimeTriggerConfig',
  http: 'HTTPTriggerConfig',
  tablestore: 'TablestoreTriggerConfig',
  cdn_events: 'CDNEventsTriggerConfig',
  mns_topic: 'MnsTopicTriggerConfig',
  eventbridge: 'EventBridgeTriggerConfig',
  rds: 'RdsTriggerConfig',
} as const satisfies Readonly<Record<TriggerType, string>>

/** A valid text for each type. */
export const triggerConfigExamples: Readonly<Record<TriggerType, string>> = {
  oss: '{"events":["oss:ObjectCreated:*"],"filter":{"key":{"prefix":"in/","suffix":".zip"}}}',
  log: '{"sourceConfig":{"logstore":"orders"},"jobConfig":{"maxRetryTime":3,"triggerInterval":60},"functionParameter":{},"logConfig":{"project":"audit","logstore":"runs"},"enable":true}',
  timer: '{"payload":"tick","cronExpression":"@every 4m","enable":true}',
  http: '{"authType":"anonymous","methods":["GET","POST"],"disableURLInternet":false}',
  tablestore: '{}',
  cdn_events: '{"eventName":"CdnDomainStarted","eventVersion":"1.0.0","notes":"","filter":{"domain":["a.example"]}}',
  mns_topic: '{"filterTag":"orders","notifyContentFormat":"JSON","notifyStrategy":"BACKOFF_RETRY"}',
  eventbridge:
    '{"triggerEnable":true,"asyncInvocationType":false,"eventRuleFilterPattern":"{}","eventSourceConfig":{"eventSourceType":"Default"}}',
  rds: '{"subscriptionObjects":["db1.orders"],"retry":2,"concurrency":1,"eventFormat":"json"}',
}

/** Source: FC-DEF CreateTrigger, triggerConfig. */
export const triggerConfig = jsonText(Object.values(triggerConfigNames) as [string, ...string[]]).meta({
  description:
    'Settings of the event source: the text of a JSON object. The model of the object depends on triggerType: OSSTriggerConfig (oss), LogTriggerConfig (log), TimeTriggerConfig (timer), HTTPTriggerConfig (http), TablestoreTriggerConfig (tablestore, an empty object), CDNEventsTriggerConfig (cdn_events), MnsTopicTriggerConfig (mns_topic), EventBridgeTriggerConfig (eventbridge) or RdsTriggerConfig (rds).',
  examples: ['{"events":["oss:ObjectCreated:*"],"filter":{"key":{"prefix":"/prefix","suffix":".zip"}}}'],
  'x-quirk': ['D3'],
})

/** The issues of the settings of an event source, compared with the model of its type. A type without a model has none. */
export function toTriggerConfigIssues(triggerType: string, value: unknown): readonly z.core.$ZodIssue[] {
  const models: Readonly<Record<string, z.ZodType>> = triggerConfigs
  const model = Object.hasOwn(models, triggerType) ? models[triggerType] : undefined
  return model?.safeParse(value).error?.issues ?? []
}
