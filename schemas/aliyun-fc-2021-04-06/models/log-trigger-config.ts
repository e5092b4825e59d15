import { z } from 'zod'
import { int64, mapOf } from '../../core/wire.ts'

/** Source: FC-DEF SourceConfig. */
export const SourceConfig = z
  .object({
    logstore: z
      .string()
      .meta({
        description: 'Name of the Logstore. Its entries invoke the function.',
        examples: ['my-sls-logstore-name'],
      })
      .optional(),
  })
  .meta({ description: 'Source of a log trigger.' })

/** Source: FC-DEF JobConfig. */
export const JobConfig = z
  .object({
    maxRetryTime: int64()
      .min(0)
      .max(100)
      .meta({
        description:
          'Maximum retries of one invocation, 0 to 100. After the last retry, Log Service invokes the function at the next interval.',
        examples: [3],
      })
      .optional(),
    triggerInterval: int64()
      .meta({
        description:
          'Interval between two invocations in seconds. An invocation gets the entries of the last interval.',
        examples: [60],
      })
      .optional(),
  })
  .meta({ description: 'Interval and retries of a log trigger.' })

/** Source: FC-DEF JobLogConfig. */
export const JobLogConfig = z
  .object({
    project: z
      .string()
      .meta({ description: 'Name of the project of the Logstore.', examples: ['my-sls-project-name'] })
      .optional(),
    logstore: z
      .string()
      .meta({
        description: 'Name of the Logstore for errors and statistics of the invocations.',
        examples: ['my-sls-logstore-name'],
      })
      .optional(),
  })
  .meta({ description: 'Log of the trigger itself.' })

/** Source: FC-DEF LogTriggerConfig. */
export const LogTriggerConfig = z
  .object({
    sourceConfig: SourceConfig.meta({ description: 'Source of the entries.' }).optional(),
    jobConfig: JobConfig.meta({ description: 'Interval and retries.' }).optional(),
    functionParameter: mapOf(
      z.string().meta({ description: 'Value of the parameter, as JSON text.', examples: ['"serverless"'] }),
    )
      .meta({ description: 'Parameters that Log Service adds to the event.' })
      .optional(),
    logConfig: JobLogConfig.meta({ description: 'Log of the trigger itself.' }).optional(),
    enable: z
      .boolean()
      .meta({
        description: 'If true, the trigger is enabled. If false, the settings have no effect.',
        examples: [true],
      })
      .optional(),
  })
  .meta({ description: 'Settings of a trigger of the type log.' })
