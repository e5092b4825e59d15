import { z } from 'zod'
import { observed } from '../../core/provenance.ts'

/** The body of every error. Source: 004 Definitions, Error. Every SDK reads the field names with a capital letter. */
export const ErrorModel = z
  .object({
    // In Go, both field names become the same name.
    errorCode: z
      .string()
      .meta({
        description: 'Error code. The API specification documents this field name.',
        'x-go-name': 'PageErrorCode',
      })
      .optional(),
    errorMessage: z
      .string()
      .meta({
        description: 'Error message for people. The API specification documents this field name.',
        'x-go-name': 'PageErrorMessage',
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
        description: 'Error message for people. The SDKs read this field.',
      })
      .optional(),
  })
  .meta({
    description:
      'An error. errorCode equals ErrorCode, except for the code of an unknown access key, and errorMessage equals ErrorMessage.',
  })
