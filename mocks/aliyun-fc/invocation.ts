import { readBase64, toBase64 } from '../../schemas/core/lib/base64.ts'
import { whenDone } from '../core/when-done.ts'
import { type Content, json, toBody, toError, toTimeout } from './content.ts'
import type { AnyRule, InvocationRule } from './invocation-rules.ts'
import type { FunctionContext } from './local-function.ts'
import { runLocally } from './run-locally.ts'

/** The result of one invocation. */
export interface Outcome extends Content {
  readonly durationMs: number
  /** Delay of the response in milliseconds. */
  readonly delayMs: number
  readonly log: string
}

/** What a rule may need. The methods are called only if the rule needs them. */
export interface Circumstances {
  readonly timeoutSeconds: number
  /** Returns the number of this invocation. */
  readonly count: () => number
  /** Returns the context of a local function. The function appends the lines of its log to `lines`. */
  readonly toContext: (lines: string[]) => FunctionContext
  /** Converts the result of a local function. Default: it is a body. */
  readonly toContent?: ((value: unknown) => Content) | undefined
}

/** Applies a rule to an event. The result is a promise only if a local function returns one. */
export function invoke(rule: AnyRule, event: Uint8Array, circumstances: Circumstances): Outcome | Promise<Outcome> {
  const { delayMs = 0, log = '', http } = rule
  const { timeoutSeconds, count, toContext, toContent } = circumstances
  const outcome = { http, durationMs: delayMs, delayMs, log }
  const longestMs = timeoutSeconds * 1000
  if (delayMs > longestMs) return { ...outcome, delayMs: longestMs, ...toTimeout(timeoutSeconds) }
  if (rule.response) return { ...outcome, ...toResponse(rule.response, event, count) }
  const lines = log === '' ? [] : [log]
  return whenDone(runLocally(rule.answer, event, toContext(lines), toContent), (content) => ({
    ...outcome,
    log: lines.join('\n'),
    ...content,
  }))
}

function toResponse(response: InvocationRule['response'], event: Uint8Array, count: () => number): Content {
  const { contentType } = response
  return { ...toOwnContent(response, event, count), ...(contentType !== undefined && { mediaType: contentType }) }
}

function toOwnContent(response: InvocationRule['response'], event: Uint8Array, count: () => number): Content {
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

function toFailure(
  errorType: NonNullable<Content['errorType']>,
  { message = '', text }: { message?: string | undefined; text?: string | undefined },
): Content {
  return text === undefined ? toError(errorType, { errorMessage: message }) : { body: text, errorType }
}

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
