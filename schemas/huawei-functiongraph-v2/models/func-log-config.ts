import { z } from 'zod'

/** Source: 001 table 10. */
export const FuncLogConfig = z
  .object({
    group_name: z
      .string()
      .meta({ description: 'Name of the LTS log group.', examples: ['functiongraph.log.group'] })
      .optional(),
    group_id: z
      .string()
      .meta({ description: 'Id of the LTS log group.', examples: ['3a1f0c52-6d4e-4b7a-9c8d-0e1f2a3b4c5d'] })
      .optional(),
    stream_name: z
      .string()
      .meta({ description: 'Name of the LTS log stream in the log group.', examples: ['functiongraph.log.stream'] })
      .optional(),
    stream_id: z
      .string()
      .meta({
        description: 'Id of the LTS log stream in the log group.',
        examples: ['8b2d1e63-7f50-4c8b-8d9e-1f203a4b5c6d'],
      })
      .optional(),
  })
  .meta({ description: 'Destination of the logs. Responses contain the ids as log_group_id and log_stream_id.' })
