import { z } from 'zod'

/** Where execution logs go. Source: 004 Definitions, LogConfig. */
export const LogConfig = z
  .object({
    logstore: z.string().meta({ description: 'Log store of Log Service.' }).optional(),
    project: z.string().meta({ description: 'Project of Log Service.' }).optional(),
  })
  .meta({ description: 'Log configuration.' })
