import { z } from 'zod'
import { observed } from '../../core/provenance.ts'

/** Where execution logs go. Source: 004 Definitions, LogConfig; the fields with a mark are what clients send. */
export const LogConfig = z
  .object({
    logstore: z.string().meta({ description: 'Log store of Log Service.' }).optional(),
    project: z.string().meta({ description: 'Project of Log Service.' }).optional(),
    enableRequestMetrics: z
      .boolean()
      .meta({ ...observed, description: 'Whether metrics of each request are logged.' })
      .optional(),
    enableInstanceMetrics: z
      .boolean()
      .meta({ ...observed, description: 'Whether metrics of each instance are logged.' })
      .optional(),
    logBeginRule: z
      .string()
      .meta({ ...observed, description: 'How the log is split into entries.' })
      .optional(),
  })
  .meta({ description: 'Log configuration.' })
