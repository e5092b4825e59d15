import { z } from 'zod'
import { observed } from '../../core/provenance.ts'

/** The destination of execution logs. Source: 004 Definitions, LogConfig. Clients send the observed fields. */
export const LogConfig = z
  .object({
    logstore: z.string().meta({ description: 'Name of the Logstore in Log Service.' }).optional(),
    project: z.string().meta({ description: 'Name of the project in Log Service.' }).optional(),
    enableRequestMetrics: z
      .boolean()
      .meta({ ...observed, description: 'If true, metrics of each request are logged.' })
      .optional(),
    enableInstanceMetrics: z
      .boolean()
      .meta({ ...observed, description: 'If true, metrics of each instance are logged.' })
      .optional(),
    logBeginRule: z
      .string()
      .meta({ ...observed, description: 'Rule that splits the log into entries.' })
      .optional(),
  })
  .meta({ description: 'Destination of the execution logs.' })
