import type { z } from 'zod'
import type { errorType } from '../../schemas/aliyun-fc-2016-08-15/models/invocation.ts'
import { readBase64, toBase64 } from '../../schemas/core/lib/base64.ts'
import type { InvocationRule } from './invocation-rules.ts'

/** The result of one invocation. */
export interface Outcome {
  readonly body: Uint8Array | string
  /** Media type of the body if it is known. Default: the documented one. */
  readonly mediaType?: string
  readonly errorType: z.output<typeof errorType>
  readonly durationMs: number
}

/**
 * Applies a rule to an event. `count` returns the number of this invocation. It is called only if the rule needs it.
 */
export function invoke(
  { response, delayMs = 0 }: InvocationRule,
  event: Uint8Array,
  { timeoutSeconds, count }: { readonly timeoutSeconds: number; readonly count: () => number },
): Outcome {
  if (delayMs > timeoutSeconds * 1000) {
    const message = `the function exceeded its timeout of ${timeoutSeconds} s`
    return { ...toError('UnhandledInvocationError', message), durationMs: timeoutSeconds * 1000 }
  }
  return { ...toResponse(response, event, count), durationMs: delayMs }
}

function toResponse(response: InvocationRule['response'], event: Uint8Array, count: () => number) {
  const { contentType } = response
  return { ...toContent(response, event, count), ...(contentType !== undefined && { mediaType: contentType }) }
}

function toContent(response: InvocationRule['response'], event: Uint8Array, count: () => number) {
  switch (response.kind) {
    case 'echo':
      return toBody(event)
    case 'text':
      return toBody(response.text)
    case 'json':
      return { ...toBody(JSON.stringify(response.value)), mediaType: json }
    case 'bytes':
      return toBody(readBase64(response.base64) ?? new Uint8Array())
    case 'counter':
      return toBody(String(count() - 1 + (response.start ?? 1)))
    case 'handledError':
      return toFailure('HandledInvocationError', response)
    case 'unhandledError':
      return toFailure('UnhandledInvocationError', response)
  }
}

function toBody(body: Uint8Array | string) {
  return { body, errorType: undefined }
}

function toFailure(
  errorType: NonNullable<Outcome['errorType']>,
  { message = '', text }: { message?: string | undefined; text?: string | undefined },
) {
  return text === undefined ? toError(errorType, message) : { body: text, errorType }
}

function toError(errorType: NonNullable<Outcome['errorType']>, errorMessage: string) {
  return { body: JSON.stringify({ errorMessage }), mediaType: json, errorType }
}

const json = 'application/json'

/**
 * The last lines of the execution log in base64: the log of the rule and a line with duration and memory. `memorySize`
 * is in MB.
 */
export function toLogResult(log: string, durationMs: number, memorySize: number): string {
  const billedMs = Math.max(1, Math.ceil(durationMs / billingStepMs)) * billingStepMs
  const run = `Duration: ${durationMs.toFixed(2)} ms, Billed Duration: ${billedMs} ms, Memory Size: ${memorySize} MB`
  const bytes = new TextEncoder().encode(log === '' ? run : `${log}\n${run}`)
  return toBase64(bytes.subarray(-longestTail))
}

/** From the example of X-Fc-Log-Result, where 12.34 ms are billed as 100 ms. */
const billingStepMs = 100

/** In bytes. Base64 adds a third, which is well below the 16 KB that clients allow for all headers. */
const longestTail = 4096
