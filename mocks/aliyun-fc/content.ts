import type { z } from 'zod'
import type { errorType } from '../../schemas/aliyun-fc-2016-08-15/models/invocation.ts'
import type { HttpResponse } from './invocation-rules.ts'

/** What a function returns. */
export interface Content {
  readonly body: Uint8Array | string
  /** Media type of the body if it is known. Default: the documented one. */
  readonly mediaType?: string
  readonly errorType: z.output<typeof errorType>
  /** Absent: as long as the rule says. */
  readonly durationMs?: number
  /** Status and headers of the response to a request through an HTTP trigger. */
  readonly http?: z.output<typeof HttpResponse>
}

export const json = 'application/json'

export function toBody(body: Uint8Array | string): Content {
  return { body, errorType: undefined }
}

/** `errorMessage` and the other fields of an error in the response. */
export function toError(
  errorType: NonNullable<Content['errorType']>,
  fields: { readonly errorMessage: string },
): Content {
  return { body: JSON.stringify(fields), mediaType: json, errorType }
}

export function toTimeout(seconds: number): Content {
  const errorMessage = `the function exceeded its timeout of ${seconds} s`
  return { ...toError('UnhandledInvocationError', { errorMessage }), durationMs: seconds * 1000 }
}
