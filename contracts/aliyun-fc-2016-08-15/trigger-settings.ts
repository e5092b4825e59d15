import type { JsonObject } from '../core/assertions/expect-response.ts'

export interface TriggerSettings {
  readonly triggerType: string
  readonly sourceArn: string
  /** `triggerConfig` before an update. */
  readonly former: JsonObject
  readonly triggerConfig: JsonObject
}

/** Settings as clients send them, with values of every type. No source states the settings of a trigger type. */
export const triggerSettings: readonly TriggerSettings[] = [
  {
    triggerType: 'timer',
    sourceArn: 'acs:fc:cn-hangzhou:123456789012:timer',
    former: { cronExpression: '@every 9m', enable: true, payload: 'tick' },
    triggerConfig: { cronExpression: '@every 5m', enable: false, payload: '' },
  },
  {
    triggerType: 'rds',
    sourceArn: 'acs:rds:cn-hangzhou:123456789012:dbinstance/demo',
    former: { subscriptionObjects: ['db1.one', 'db1.two'], retry: 3, concurrency: 2, eventFormat: 'protobuf' },
    triggerConfig: { subscriptionObjects: ['db1.täble'], retry: 2, concurrency: 1, eventFormat: 'json' },
  },
  {
    triggerType: 'logs',
    sourceArn: 'acs:log:cn-hangzhou:123456789012:project/demo',
    former: {
      sourceConfig: { logstore: 'in' },
      jobConfig: { maxRetryTime: 3, triggerInterval: 60 },
      functionParameter: { text: 'another' },
      logConfig: { project: 'logs', logstore: 'out' },
      enable: true,
    },
    triggerConfig: {
      sourceConfig: { logstore: 'in' },
      jobConfig: { maxRetryTime: 1, triggerInterval: 30 },
      functionParameter: {
        text: ' 漢字, 🚀, "quotes" and\na second line ',
        empty: '',
        no: false,
        zero: 0,
        part: 0.5,
        // The largest integer that every JSON parser reads exactly.
        many: Number.MAX_SAFE_INTEGER,
        none: [],
        list: [1, 'two', { three: true }],
      },
      logConfig: { project: '', logstore: '' },
      enable: false,
    },
  },
]
