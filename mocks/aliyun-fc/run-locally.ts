import { z } from 'zod'
import { readBase64 } from '../../schemas/core/lib/base64.ts'
import { toIssueText } from '../core/issues.ts'
import { type Content, json, toBody, toError, toTimeout } from './content.ts'
import { HttpResponse } from './invocation-rules.ts'
import { type FunctionContext, FunctionEvent, type LocalFunction } from './local-function.ts'

/** Runs a function. The result is a promise only if the function returns one. The promise is never rejected. */
export function runLocally(
  run: LocalFunction,
  event: Uint8Array,
  context: FunctionContext,
): Content | Promise<Content> {
  const toResult = (value: unknown) => toContent(value, context.http !== undefined)
  try {
    const value = run(new FunctionEvent(event), context)
    if (typeof Object(value).then !== 'function') return toResult(value)
    return limit(Promise.resolve(value).then(toResult).catch(toThrown), context.function.timeout)
  } catch (thrown) {
    return toThrown(thrown)
  }
}

/** A promise waits in real time. The clock of the mock may stand still. */
function limit(content: Promise<Content>, seconds: number): Promise<Content> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(toTimeout(seconds)), seconds * 1000)
    content.then((ended) => {
      clearTimeout(timer)
      resolve(ended)
    })
  })
}

function toContent(value: unknown, isHttp: boolean): Content {
  if (value instanceof Error) return toFailure('HandledInvocationError', value)
  return isHttp && 'statusCode' in Object(value) ? toHttpContent(Object(value)) : toBodyOf(value)
}

/** A text and bytes are sent as they are, every other value as JSON. */
function toBodyOf(value: unknown): Content {
  if (value === undefined || typeof value === 'string') return toBody(value ?? '')
  if (value instanceof ArrayBuffer) return toBody(new Uint8Array(value))
  if (ArrayBuffer.isView(value)) return toBody(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
  return { ...toBody(toJson(value)), mediaType: json }
}

function toJson(value: unknown): string {
  let reason: unknown = `it is a ${typeof value}`
  try {
    const text: string | undefined = JSON.stringify(value)
    if (text !== undefined) return text
  } catch (thrown) {
    reason = thrown instanceof Error ? thrown.message.split('\n')[0] : thrown
  }
  throw new TypeError(`the function returned a value without a JSON form: ${reason}`)
}

/** A response that a function with an HTTP trigger returns. */
const ReturnedResponse = z.looseObject({
  statusCode: HttpResponse.shape.status,
  headers: HttpResponse.shape.headers,
  isBase64Encoded: z.boolean().optional(),
})

function toHttpContent(value: object): Content {
  const { data, error } = ReturnedResponse.safeParse(value)
  if (error) throw toInvalidResponse(toIssueText(error.issues, value, 'response'))
  const { statusCode: status, headers, body, isBase64Encoded } = data
  const http = { status, headers }
  if (!isBase64Encoded) return { ...toBodyOf(body), http }
  const bytes = readBase64(String(body ?? ''))
  if (!bytes) throw toInvalidResponse('body: must be base64')
  return { ...toBody(bytes), http }
}

function toInvalidResponse(rule: string): TypeError {
  return new TypeError(`the function returned an invalid response: ${rule}`)
}

function toThrown(thrown: unknown): Content {
  return toFailure('UnhandledInvocationError', thrown)
}

/** The stack has one line: the other lines would contain paths of this machine. */
function toFailure(errorType: NonNullable<Content['errorType']>, thrown: unknown): Content {
  const { name, message } = Object(thrown)
  if (typeof message !== 'string') return toError(errorType, { errorMessage: toText(thrown) })
  const fields = { errorMessage: message, errorType: name, stackTrace: [`${name}: ${message}`] }
  return toError(errorType, fields)
}

/** An object without a prototype has no text. */
function toText(value: unknown): string {
  try {
    return String(value)
  } catch {
    return typeof value
  }
}
