import type { Api } from '../../schemas/core/api.ts'
import { type Endpoint, isJson } from './endpoint.ts'
import type { Fault } from './api-error.ts'
import type { AnyReply } from './handler.ts'
import type { WireResult } from './wire.ts'

/** Names the broken rule and the page's clause on every rejection. */
export const ruleHeader = 'X-Mock-Rule'

/** A reply of ours that its own schema refuses: a defect, never the client's fault. */
class ReplyDefect extends Error {
  override readonly name = 'ReplyDefect'
}

/** Throws where a reply breaks what its operation documents. */
export function checkReply({ mock, operation, replies }: Endpoint, { status, headers = {}, body }: AnyReply): void {
  const place = `${mock.api.id} ${operation.id} ${status}`
  const reply = replies.get(status)
  if (!reply) throw new ReplyDefect(`${place}: this status is not documented`)
  // Bytes stand for themselves; their schema knows no more than that they are some.
  const result = body instanceof Uint8Array && !isJson(reply.mediaType) ? undefined : reply.schema?.safeParse(body)
  if (result?.error) throw new ReplyDefect(`${place}: the body breaks its schema: ${result.error.message}`)
  if (!reply.schema && body !== undefined) throw new ReplyDefect(`${place}: this answer has no body`)
  for (const name of Object.keys(headers)) {
    const header = reply.headers[name]
    if (!header) throw new ReplyDefect(`${place}: header ${name} is not documented`)
    const { error } = header.safeParse(headers[name])
    if (error) throw new ReplyDefect(`${place}: header ${name} breaks its schema: ${error.message}`)
  }
}

/** A reply on the wire. An answer without a body has no content type: some clients would parse the nothing. */
export function encodeReply(endpoint: Endpoint, reply: AnyReply, requestId: string): WireResult {
  const { mock, replies } = endpoint
  const headers: Record<string, string> = {}
  for (const name in reply.headers) {
    const value = reply.headers[name]
    if (value !== undefined) headers[mock.spellings[name] ?? name] = value
  }
  headers[mock.api.dialect.requestIdHeader] = requestId
  const body = toBody(replies.get(reply.status)?.mediaType ?? '', reply.body, headers)
  if (reply.delayMs === undefined) return { status: reply.status, headers, body }
  return { status: reply.status, headers, body, delayMs: reply.delayMs }
}

function toBody(mediaType: string, body: unknown, headers: Record<string, string>): WireResult['body'] {
  if (body === undefined) return undefined
  headers['Content-Type'] = mediaType
  return isJson(mediaType) ? JSON.stringify(body) : toRaw(body)
}

function toRaw(body: unknown): string | Uint8Array {
  return typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
}

/** An error that is about to leave. */
export interface ErrorAnswer {
  readonly status: number
  readonly code: string
  readonly message: string
  /** Shown in `X-Mock-Rule`. */
  readonly rule: string
  readonly requestId: string
  readonly headers?: Readonly<Record<string, string>>
}

/** An error in the envelope of its API. */
export function encodeError({ dialect }: Api, error: ErrorAnswer): WireResult {
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

/** What a fault looks like to the client. `citation` is the page's clause, or its pages where no operation is known. */
export function toErrorAnswer(api: Api, fault: Fault, requestId: string, citation: string): ErrorAnswer {
  const entry = Object.hasOwn(api.errors, fault.code) ? api.errors[fault.code] : undefined
  if (!entry) throw new TypeError(`${api.id}: error code ${fault.code} is not in errors.ts`)
  const rule = fault.rule ?? `${fault.code}: ${fault.message || entry.meaning}`
  return {
    status: entry.status,
    code: fault.code,
    message: fault.message || entry.message,
    rule: `${citation}; ${rule}`,
    requestId,
    headers: fault.headers,
  }
}

/** Rules may quote names that the client chose; a header holds printable ASCII. */
export function toHeaderText(text: string): string {
  return text.slice(0, longestRule).replace(/[^\x20-\x7e]/g, '?')
}

/** Well under the 16 KB that clients allow for all headers together. */
const longestRule = 500
