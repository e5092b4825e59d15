import { z } from 'zod'
import { observed } from '../../core/provenance.ts'

/** What goes into a function: any bytes, handed to the function untouched. Source: 004 InvokeFunction, Body. */
export const InvokeEvent = z.string().meta({
  format: 'binary',
  description: 'The event: any bytes. The function gets them unchanged and reads them as it likes.',
  examples: ['{"key":"value"}'],
  'x-quirk': ['A27', 'W8'],
})

/** What comes out of a function: any bytes. Source: 004 Definitions, InvokeResponse. */
export const InvokeResponse = z.string().meta({
  format: 'binary',
  description: 'What the function returned: any bytes, to be read as the function means them.',
  examples: ['hello world'],
  'x-quirk': ['A27'],
})

/** Source: 004 InvokeFunction, X-Fc-Invocation-Type. */
export const invocationType = z
  .enum(['Sync', 'Async'])
  .meta({
    description: 'Whether the response waits for the function (Sync) or only says that it will run (Async).',
    'x-quirk': ['A28'],
  })
  .default('Sync')

export const logType = z
  .enum(['None', 'Tail'])
  .meta({
    ...observed,
    description:
      'Tail asks for the last lines of the execution log in X-Fc-Log-Result. An Async invocation with Tail is refused.',
  })
  .optional()

/** Source: 004 InvokeFunction 200, Headers. */
export const errorType = z
  .enum(['HandledInvocationError', 'UnhandledInvocationError'])
  .meta({
    description:
      'Set when the function failed: it reported the error itself (Handled), or it crashed or ran out of time or memory (Unhandled).',
  })
  .optional()

export const logResult = z
  .string()
  .meta({
    ...observed,
    description:
      'Last lines of the execution log in base64, with duration, billed duration and memory. Only where X-Fc-Log-Type is Tail.',
    examples: ['RHVyYXRpb246IDEyLjM0IG1zLCBCaWxsZWQgRHVyYXRpb246IDEwMCBtcywgTWVtb3J5IFNpemU6IDUxMiBNQg=='],
  })
  .optional()
