import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { triggerConfigExamples } from '../../schemas/aliyun-fc-2021-04-06/models/trigger-config.ts'
import { expectState, givenOne, givenState, newRequest } from '../checks/sample.ts'
import { type Check, defineCheck } from '../core/check.ts'
import { triggerSample } from './samples.ts'

const { createTrigger, updateTrigger } = api.operations

/** Settings with a value of a wrong type, by the type of the trigger. */
const invalid: Readonly<Record<string, object>> = {
  oss: { events: 'oss:ObjectCreated:*' },
  log: { jobConfig: { maxRetryTime: 101 } },
  timer: { enable: 'true' },
  http: { authType: 'none' },
  cdn_events: { filter: { domain: 'a.example' } },
  mns_topic: { notifyStrategy: 'NEVER' },
  eventbridge: { eventRuleFilterPattern: '{}' },
}

/** The text of triggerConfig fits the type of the trigger. */
export const triggerConfigChecks: readonly Check[] = [
  defineCheck('settings-fit-the-type-of-the-trigger', {
    operation: createTrigger,
    level: 'core',
    clause: 'FC-DEF CreateTrigger, triggerConfig: its structure depends on triggerType',
    async run(context) {
      const { path } = await givenOne(context, triggerSample)
      for (const [triggerType, settings] of Object.entries(invalid)) {
        const fields = { triggerType, triggerConfig: JSON.stringify(settings) }
        const input = await newRequest(context, triggerSample, fields, path)
        context.expectError(await context.target.send(createTrigger, input), api.dialect.codes.invalid)
      }
    },
  }),
  defineCheck('settings-fit-the-type-of-the-trigger', {
    operation: updateTrigger,
    level: 'core',
    clause: 'FC-DEF UpdateTrigger, triggerConfig: its structure depends on the type of the trigger',
    async run(context) {
      const fields = { triggerType: 'oss', triggerConfig: triggerConfigExamples.oss }
      const { path } = await givenOne(context, triggerSample, fields)
      const before = await givenState(context, triggerSample, path)
      const body = { triggerConfig: JSON.stringify(invalid.oss) }
      context.expectError(await context.target.send(updateTrigger, { path, body }), api.dialect.codes.invalid)
      await expectState(context, triggerSample, path, before)
    },
  }),
]
