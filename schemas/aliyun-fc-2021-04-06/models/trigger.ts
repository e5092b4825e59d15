import { z } from 'zod'
import { parseJson } from '../../core/lib/json.ts'
import { withRules } from '../../core/rules.ts'
import { enumOf } from '../../core/wire.ts'
import { NextToken } from './next-token.ts'
import { toTriggerConfigIssues, triggerConfig, triggerConfigExamples, triggerConfigNames } from './trigger-config.ts'

/** The types of event sources. Source: FC-DEF CreateTrigger, triggerType. */
export const TriggerType = enumOf(
  ['oss', 'log', 'timer', 'http', 'tablestore', 'cdn_events', 'mns_topic', 'eventbridge'],
  { observed: ['rds'] },
).meta({
  description: 'Type of the event source. The type determines the model of triggerConfig.',
  examples: ['oss'],
  'x-quirk': ['D6'],
})

/** The settings that requests and responses share. */
const settings = {
  invocationRole: z
    .string()
    .meta({
      description: 'RAM role with which the event source invokes the function.',
      examples: ['acs:ram::1234567890:role/fc-test'],
    })
    .optional(),
  qualifier: z
    .string()
    .meta({
      description: 'Version or alias of the service to invoke. LATEST is the unpublished state.',
      examples: ['LATEST'],
    })
    .optional(),
  description: z
    .string()
    .meta({ description: 'Description of the trigger.', examples: ['trigger for test'] })
    .optional(),
}

/** Source: FC-DEF CreateTrigger, body. */
export const CreateTriggerInput = withRules(
  z.object({
    triggerName: z
      .string()
      .min(1)
      .max(128)
      .regex(/^[a-zA-Z_][a-zA-Z0-9_-]*$/)
      .meta({
        description:
          'Name of the trigger, 1 to 128 characters: letters, digits, underscores and hyphens. The first character must not be a digit or a hyphen.',
        examples: ['oss_create_object_demo'],
      }),
    triggerType: TriggerType,
    triggerConfig,
    sourceArn: z
      .string()
      .meta({
        description:
          'Resource name (ARN) of the event source. Triggers of the types timer, http and eventbridge need none. For eventbridge, it connects an existing resource of EventBridge with the trigger; two triggers must not have the same ARN, because a change of one would change the other.',
        examples: ['acs:oss:cn-shanghai:12345:mybucket'],
      })
      .optional(),
    ...settings,
  }),
  [
    {
      kind: 'requiredWhen',
      field: 'sourceArn',
      when: { field: 'triggerType', in: ['oss', 'log', 'tablestore', 'cdn_events', 'mns_topic', 'rds'] },
    },
    {
      kind: 'modelOf',
      field: 'triggerConfig',
      by: 'triggerType',
      models: triggerConfigNames,
      examples: triggerConfigExamples,
    },
  ],
)
  .superRefine(({ triggerType, triggerConfig: text }, context) => {
    const value = parseJson(text) // a text that is not JSON has an issue of its own
    if (typeof value !== 'object') return
    for (const { path, message } of toTriggerConfigIssues(triggerType, value)) {
      context.addIssue({ code: 'custom', path: ['triggerConfig', ...path], message })
    }
  })
  .meta({
    description:
      'A trigger to create. sourceArn is required unless triggerType is timer, http or eventbridge. triggerConfig must be valid for triggerType.',
  })

/** Source: FC-DEF UpdateTrigger, body. */
export const UpdateTriggerInput = z
  .object({
    triggerConfig: triggerConfig
      .meta({
        description:
          'New settings of the event source: the text of a JSON object. The model of the object depends on the type of the trigger, as in CreateTrigger. Settings that are absent from the object keep their values.',
        'x-quirk': ['D3'],
      })
      .optional(),
    ...settings,
  })
  .meta({ description: 'Changes to a trigger. An absent field stays unchanged.' })

/** Source: FC-DEF Trigger; CreateTrigger, GetTrigger, UpdateTrigger and ListTriggers, 200. */
export const Trigger = z
  .object({
    triggerId: z
      .string()
      .meta({
        description: 'Unique id of the trigger. Function Compute generates the id.',
        examples: ['3e270f2f-cef2-421a-bc86-ff4e8088476a'],
      })
      .optional(),
    triggerName: z
      .string()
      .meta({ description: 'Name of the trigger.', examples: ['demoTrigger'] })
      .optional(),
    triggerType: z
      .string()
      .meta({ description: 'Type of the event source.', examples: ['oss'] })
      .optional(),
    triggerConfig: triggerConfig.optional(),
    sourceArn: z
      .string()
      .meta({
        description: 'Resource name (ARN) of the event source.',
        examples: ['acs:oss:cn-shanghai:12345:mybucket'],
      })
      .optional(),
    ...settings,
    domainName: z
      .string()
      .meta({
        description: 'Subdomain of the URLs of the trigger. Only for the type http.',
        examples: ['demo-service-demo-function-jkhksh'],
        'x-quirk': ['D13'],
      })
      .optional(),
    urlInternet: z
      .string()
      .meta({
        description: 'Public URL of the trigger, for HTTP and HTTPS. Only for the type http.',
        examples: ['https://svc-func-xxxxxxxx.cn-hangzhou.fcapp.run'],
        'x-quirk': ['D13'],
      })
      .optional(),
    urlIntranet: z
      .string()
      .meta({
        description: 'URL of the trigger within a VPC, for HTTP and HTTPS. Only for the type http.',
        examples: ['https://svc-func-xxxxxxxx.cn-hangzhou-vpc.fcapp.run'],
        'x-quirk': ['D13'],
      })
      .optional(),
    status: z
      .string()
      .meta({ description: 'Status of the trigger. Only for the type eventbridge.', examples: ['RUNNING'] })
      .optional(),
    targetArn: z
      .string()
      .meta({
        description: 'Resource name (ARN) of the function that the trigger invokes.',
        examples: ['acs:fc::1234567890:services/my-test-service.LATEST/functions/my-test-function'],
      })
      .optional(),
    createdTime: z
      .string()
      .meta({
        description: 'Time when the trigger was created, in UTC.',
        examples: ['2016-08-15T15:00:00.000+0000', '2022-10-20T02:52:03Z'],
        'x-quirk': ['D9'],
      })
      .optional(),
    lastModifiedTime: z
      .string()
      .meta({
        description: 'Time when the trigger was last updated, in UTC.',
        examples: ['2016-08-15T17:00:00.000+0000', '2022-10-20T03:17:09Z'],
        'x-quirk': ['D9'],
      })
      .optional(),
  })
  .meta({ description: 'A trigger.' })

/** Source: FC-DEF ListTriggers, 200. */
export const TriggerPage = z
  .object({
    nextToken: NextToken.optional(),
    triggers: z.array(Trigger).meta({ description: 'Triggers on this page, sorted by name.' }).optional(),
  })
  .meta({ description: 'One page of triggers.' })
