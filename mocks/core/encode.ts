import type { BaseApi } from '../../schemas/core/api.ts'
import type { ApiError } from './api-error.ts'
import { type Endpoint, isJson } from './endpoint.ts'
import type { AnyResult } from './handler.ts'
import type { WireResponse } from './wire.ts'

/** Contains the violated rule and its source, or the injected fault. Sent with every rejection. */
export const ruleHeader = 'X-Mock-Rule'

/** Contains the first leniencies that the request relied on. Sent with responses to such requests. */
export const leniencyHeader = 'X-Mock-Leniency'

/** A result that violates the schema of its operation. It is a defect of the mock, not an error of the client. */
class ResultDefect extends Error {
  override readonly name = 'ResultDefect'
}

/** Throws if a result violates the documentation of its operation. */
export function checkResult({ mock, operation, results }: Endpoint, { status, headers = {}, body }: AnyResult): void {
  const place = `${mock.api.id} ${operation.id} ${status}`
  const documented = results.get(status)
  if (!documented) throw new ResultDefect(`${place}: this status is not documented`)
  // A binary body needs no validation.
  const parsed =
    body instanceof Uint8Array && !isJson(documented.mediaType) ? undefined : documented.schema?.safeParse(body)
  if (parsed?.error) throw new ResultDefect(`${place}: the body violates its schema: ${parsed.error.message}`)
  if (!documented.schema && body !== undefined) throw new ResultDefect(`${place}: this response has no body`)
  for (const name of Object.keys(headers)) {
    const header = documented.headers[name]
    if (!header) throw new ResultDefect(`${place}: header ${name} is not documented`)
    const { error } = header.safeParse(headers[name])
    if (error) throw new ResultDefect(`${place}: header ${name} violates its schema: ${error.message}`)
  }
}

/**
 * Encodes a result. A response without a body has no content type, because some clients would try to parse the empty
 * body.
 */
export function encodeResult(endpoint: Endpoint, result: AnyResult, requestId: string): WireResponse {
  const { mock, results } = endpoint
  const headers: Record<string, string> = {}
  for (const name in result.headers) {
    const value = result.headers[name]
    if (value !== undefined) headers[mock.api.dialect.headerNames?.[name] ?? name] = value
  }
  headers[mock.api.dialect.requestIdHeader] = requestId
  const mediaType = result.mediaType ?? results.get(result.status)?.mediaType ?? ''
  const body = toBody(mediaType, result.body, headers)
  if (result.delayMs === undefined) return { status: result.status, headers, body }
  return { status: result.status, headers, body, delayMs: result.delayMs }
}

/** JSON bodies are objects. A text or bytes are sent as they are. */
function toBody(mediaType: string, body: unknown, headers: Record<string, string>): WireResponse['body'] {
  if (body === undefined) return undefined
  headers['Content-Type'] = mediaType
  return typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
}

/** An error response before encoding. */
export interface ErrorResponse {
  readonly status: number
  readonly code: string
  readonly message: string
  /** Shown in `X-Mock-Rule`. */
  readonly rule: string
  readonly requestId: string
  readonly headers?: Readonly<Record<string, string>>
}

/** An error in the envelope of its API. */
export function encodeError({ dialect }: BaseApi, error: ErrorResponse): WireResponse {
  const { status, code, message, rule, requestId } = error
  return {
    status,
    headers: {
      ...error.headers,
      [dialect.requestIdHeader]: requestId,
      [ruleHeader]: toHeaderText(rule),
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(dialect.toErrorBody({ code, message, requestId })),
  }
}

/**
 * The response to an error. `citation` is the clause of the source, or the ids of the sources if the operation is
 * unknown.
 */
export function toErrorResponse(api: BaseApi, apiError: ApiError, requestId: string, citation: string): ErrorResponse {
  const entry = Object.hasOwn(api.errors, apiError.code) ? api.errors[apiError.code] : undefined
  if (!entry) throw new TypeError(`${api.id}: error code ${apiError.code} is not in errors.ts`)
  const rule = apiError.rule ?? `${apiError.code}: ${apiError.message || entry.meaning}`
  return {
    status: entry.status,
    code: apiError.code,
    message: apiError.message || entry.message,
    rule: `${citation}; ${rule}`,
    requestId,
    headers: apiError.headers,
  }
}

/** Replaces characters that a header cannot hold. Rules may contain names that the client sent. */
export function toHeaderText(text: string): string {
  return text.slice(0, longestRule).replace(/[^\x20-\x7e]/g, '?')
}

/** Clients accept at least 16 KB for all headers together. */
const longestRule = 500
