import { z } from 'zod'
import { observed } from '../../core/provenance.ts'

/** The body of every error, as the SDK reads it. No source documents it. */
export const ErrorModel = z
  .object({
    Code: z.string().meta({ description: 'Error code.', examples: ['FunctionNotFound'] }),
    Message: z.string().meta({ description: 'Error message.', examples: ['the function does not exist'] }),
    RequestId: z.string().meta({
      description: 'Id of the request, as in the header X-Fc-Request-Id.',
      examples: ['f2b1d4a6-7c3e-4e0b-9a5d-0c8f6e2b7a91'],
    }),
  })
  .meta({ ...observed, 'x-quirk': ['X2'], description: 'An error.' })
