import { z } from 'zod'
import { observed } from '../../core/provenance.ts'
import { withDefault } from '../../core/wire.ts'

/** The event: bytes that the function gets unchanged. Source: 004 InvokeFunction, Body. */
export const invokeEvent = z.string().meta({
  format: 'binary',
  description: 'The event: any bytes. The function gets the bytes unchanged.',
  examples: ['{"key":"value"}'],
  'x-quirk': ['A27', 'W8'],
})

/** The result of a function: any bytes. Source: 004 Definitions, InvokeResponse. */
export const InvokeResponse = z.string().meta({
  format: 'binary',
  description: 'The output of the function: any bytes. The function defines the format.',
  examples: ['hello world'],
  'x-quirk': ['A27'],
})

/** Source: 004 InvokeFunction, X-Fc-Invocation-Type. */
export const InvocationType = z.enum(['Sync', 'Async']).meta({
  examples: ['Async'],
  description:
    'Sync: the response contains the output of the function. Async: the request is accepted, and the function runs later.',
  'x-quirk': ['A28'],
})
export const invocationType = withDefault(InvocationType, 'Sync')

export const LogType = z.enum(['Tail', 'None']).meta({
  ...observed,
  examples: ['Tail'],
  description:
    'Tail: the response contains the end of the execution log in X-Fc-Log-Result. An Async invocation with Tail is rejected.',
})
export const logType = LogType.optional()

/** Source: 004 InvokeFunction 200, Headers. */
export const InvocationErrorType = z.enum(['HandledInvocationError', 'UnhandledInvocationError']).meta({
  description:
    'Present only if the function failed. HandledInvocationError: the function returned an error. UnhandledInvocationError: the function crashed, timed out or exceeded its memory.',
})
export const errorType = InvocationErrorType.optional()

export const logResult = z
  .string()
  .meta({
    ...observed,
    description:
      'The end of the execution log in base64. It includes duration, billed duration and memory. Present only if X-Fc-Log-Type is Tail.',
    examples: ['RHVyYXRpb246IDEyLjM0IG1zLCBCaWxsZWQgRHVyYXRpb246IDEwMCBtcywgTWVtb3J5IFNpemU6IDUxMiBNQg=='],
  })
  .optional()
