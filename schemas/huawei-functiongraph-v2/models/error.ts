import { z } from 'zod'

/** The body of every error. Source: 001 tables 21 to 25, 002 tables 9 to 13. */
export const ErrorModel = z
  .object({
    error_code: z
      .string()
      .meta({
        description: 'Error code: FSS, a period and four digits.',
        examples: ['FSS.1052'],
        'x-quirk': ['D29'],
      })
      .optional(),
    error_msg: z
      .string()
      .meta({ description: 'Error message.', examples: ['Not found the function version'] })
      .optional(),
  })
  .meta({ description: 'An error.' })
