import { z } from 'zod'
import { observed } from '../../core/provenance.ts'

/** The body of every error. Source: 004 Definitions, Error; the capital spelling is what every SDK reads. */
export const ErrorModel = z
  .object({
    // Go has one spelling for both: the plain names are for what real servers are known to send.
    errorCode: z
      .string()
      .meta({ description: "Code of the error, in the page's spelling.", 'x-go-name': 'PageErrorCode' })
      .optional(),
    errorMessage: z
      .string()
      .meta({ description: "What went wrong, for people, in the page's spelling.", 'x-go-name': 'PageErrorMessage' })
      .optional(),
    ErrorCode: z
      .string()
      .meta({ ...observed, 'x-quirk': ['W1'], description: 'Code of the error, in the spelling that the SDKs read.' })
      .optional(),
    ErrorMessage: z
      .string()
      .meta({
        ...observed,
        'x-quirk': ['W1'],
        description: 'What went wrong, for people, in the spelling that the SDKs read.',
      })
      .optional(),
  })
  .meta({ description: 'An error. Both spellings of each field carry the same text.' })
