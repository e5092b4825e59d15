import { z } from 'zod'
import { withDefault } from '../../core/wire.ts'

export const LogBeginRule = z.enum(['None', 'DefaultRegex']).meta({
  description:
    'Rule that splits the log into entries. None: the log is not split. DefaultRegex: a new entry starts at each line that begins with a date.',
  examples: ['DefaultRegex'],
})

/** Source: FC-DEF LogConfig. */
export const LogConfig = z
  .object({
    logstore: z
      .string()
      .meta({ description: 'Name of the Logstore in Log Service.', examples: ['test-logstore'] })
      .optional(),
    project: z
      .string()
      .meta({ description: 'Name of the project in Log Service.', examples: ['test-prj'] })
      .optional(),
    enableRequestMetrics: withDefault(
      z.boolean().meta({
        description: 'If true, the duration and the memory of each request are logged.',
        examples: [true],
      }),
      true,
    ),
    enableInstanceMetrics: withDefault(
      z.boolean().meta({
        description:
          'If true, the CPU, the memory, the network traffic and the number of requests of each instance are logged.',
        examples: [true],
      }),
      false,
    ),
    logBeginRule: withDefault(LogBeginRule, 'None'),
  })
  .meta({ description: 'Destination of the execution logs.' })
