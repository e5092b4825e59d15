import { z } from 'zod'
import { observed } from '../../core/provenance.ts'

/** The body of every error. Source: 004 Definitions, Error. Every SDK reads the field names with a capital letter. */
export const ErrorModel = z
  .object({
    // In Go, both field names become the same name.
    errorCode: z
      .string()
      .meta({
        description:
          'Error code, the same as ErrorCode, except for an unknown access key. The API specification documents this field name.',
        'x-go-name': 'PageErrorCode',
        'x-alias-of': 'ErrorCode',
      })
      .optional(),
    errorMessage: z
      .string()
      .meta({
        description: 'Error message, the same as ErrorMessage. The API specification documents this field name.',
        'x-go-name': 'PageErrorMessage',
        'x-alias-of': 'ErrorMessage',
      })
      .optional(),
    ErrorCode: z
      .string()
      .meta({ ...observed, 'x-quirk': ['W1'], description: 'Error code. The SDKs read this field.' })
      .optional(),
    ErrorMessage: z
      .string()
      .meta({
        ...observed,
        'x-quirk': ['W1'],
        description: 'Error message. The SDKs read this field.',
      })
      .optional(),
  })
  .meta({ description: 'An error.' })
