import { z } from 'zod'

/** Source: FC-DEF TimeTriggerConfig. */
export const TimeTriggerConfig = z
  .object({
    payload: z
      .string()
      .meta({ description: 'Text that the event contains as payload.', examples: ['{"workflowInstanceId":"39639"}'] })
      .optional(),
    cronExpression: z
      .string()
      .meta({
        description:
          'When the function is invoked: an interval, such as `@every 4m`, or a cron expression, such as `0 0 4 * * *`.',
        examples: ['0 0 4 * * *'],
      })
      .optional(),
    enable: z
      .boolean()
      .meta({
        description: 'If true, the trigger is enabled. If false, the settings have no effect.',
        examples: [true],
      })
      .optional(),
  })
  .meta({ description: 'Settings of a trigger of the type timer.' })
