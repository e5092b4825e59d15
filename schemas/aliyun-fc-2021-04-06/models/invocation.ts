import { z } from 'zod'
import { withDefault } from '../../core/wire.ts'

/** The event: bytes that the function gets unchanged. Source: FC-DEF InvokeFunction, body. */
export const invokeEvent = z.string().meta({
  format: 'binary',
  description: 'The event: any bytes. The function gets the bytes unchanged.',
  examples: ['{"key":"value"}'],
  'x-quirk': ['D4'],
})

/** The result of a function: any bytes. Source: FC-DEF InvokeFunction, 200. */
export const InvokeOutput = z.string().meta({
  format: 'binary',
  description: 'The output of the function: any bytes. The function defines the format.',
  examples: ['hello world'],
  'x-quirk': ['D4'],
})

/** Source: FC-DEF InvokeFunction, X-Fc-Invocation-Type. */
export const InvocationType = z.enum(['Sync', 'Async']).meta({
  description:
    'Sync: the response contains the output of the function. Async: the request is accepted, and the function runs later.',
  examples: ['Sync'],
})

/** Source: FC-DEF InvokeFunction, X-Fc-Log-Type. */
export const LogType = z.enum(['Tail', 'None']).meta({
  description:
    'Tail: X-Fc-Log-Result contains the last 4 KB of the log of this request. None: the response contains no log. An Async invocation with Tail is rejected.',
  examples: ['None'],
})

export const StatefulSwitch = z.enum(['true', 'false']).meta({
  description:
    'If true, an Async invocation is stateful: its status can be read, and it can be stopped. A Sync invocation ignores this header.',
  examples: ['true'],
})

/** Source: FC-DEF InvokeFunction, header parameters. */
export const invocationHeaders = {
  'X-Fc-Invocation-Type': withDefault(InvocationType, 'Sync'),
  'X-Fc-Log-Type': withDefault(LogType, 'None'),
  'X-Fc-Stateful-Async-Invocation-Id': z
    .string()
    .max(128)
    .regex(/^[a-zA-Z_][a-zA-Z0-9_-]*$/)
    .meta({
      description:
        'Id of a stateful asynchronous invocation, at most 128 characters: letters, digits, underscores and hyphens. The first character must not be a digit or a hyphen. If the header is absent, Function Compute generates an id.',
      examples: ['test-invoke-id'],
    })
    .optional(),
  'X-Fc-Stateful-Async-Invocation-Enable': withDefault(StatefulSwitch, 'false'),
}

export const InvocationErrorType = z.enum(['HandledInvocationError', 'UnhandledInvocationError']).meta({
  description:
    'Present only if the function failed. HandledInvocationError: the function returned an error. UnhandledInvocationError: the function crashed, timed out or exceeded its memory.',
  examples: ['UnhandledInvocationError'],
})

/** Source: FC-DEF InvokeFunction, headers of 200. */
export const invocationResultHeaders = {
  'X-Fc-Code-Checksum': z
    .string()
    .meta({ description: 'CRC-64 of the code that ran, as a decimal number.', examples: ['5697641582914695457'] })
    .optional(),
  'X-Fc-Error-Type': InvocationErrorType.optional(),
  'X-Fc-Invocation-Duration': z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .meta({ description: 'Duration of the invocation in milliseconds.', examples: ['12.34'] })
    .optional(),
  'X-Fc-Log-Result': z
    .string()
    .meta({
      description: 'The end of the log of the invocation in base64. Present only if X-Fc-Log-Type is Tail.',
      examples: ['RHVyYXRpb246IDEyLjM0IG1zLCBCaWxsZWQgRHVyYXRpb246IDEwMCBtcywgTWVtb3J5IFNpemU6IDUxMiBNQg=='],
    })
    .optional(),
  'X-Fc-Max-Memory-Usage': z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .meta({ description: 'Highest memory usage of the invocation in MB.', examples: ['24.73'] })
    .optional(),
}
