import { toCount } from '../../../schemas/core/lib/count.ts'
import { parseJson } from '../../../schemas/core/lib/json.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { bounds } from '../bounds.ts'
import { toConvertible } from './convertible.ts'
import { findJsonFault } from './json-fault.ts'

/** A request as it was sent: the final URL, headers and bytes. */
export interface WireRequest {
  readonly method: string
  readonly url: string
  /** In the order in which they were sent. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Uint8Array
  /** Names of headers whose values reports mask, in lower case. */
  readonly maskedHeaders?: readonly string[]
}

/** A response as it was received. */
export interface WireResponse {
  readonly status: number
  /** With the exact case of the wire, including repeated names. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Uint8Array
}

/** A request of an operation and its response. */
export interface Exchange {
  readonly operation: Operation
  readonly request: WireRequest
  readonly response: WireResponse
  /** From the first byte sent to the last byte received, in milliseconds. */
  readonly durationMs: number
  /** How often the request was sent. Throttled requests are sent several times. */
  readonly attempts: number
}

/** The value of a header, without regard to case, or `undefined`. Repeated headers are joined as in HTTP. */
export function readHeader(message: Pick<WireResponse, 'headers'>, name: string): string | undefined {
  const values = message.headers.filter(([key]) => key.toLowerCase() === name.toLowerCase()).map(([, value]) => value)
  return values.length > 0 ? values.join(', ') : undefined
}

export type JsonReading = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string }

/** Reads JSON in UTF-8, or explains why the bytes are not JSON. */
export function readJson(body: Uint8Array): JsonReading {
  if (body.length === 0) return { ok: false, why: 'an empty body' }
  const breach = toBreachOfBounds(body)
  if (breach !== undefined) return { ok: false, why: breach }
  const value = parseJson(body)
  return value === undefined ? { ok: false, why: explainNoJson(body) } : { ok: true, value: toConvertible(value) }
}

/** Where bytes stop being JSON in UTF-8, and their start. */
function explainNoJson(body: Uint8Array): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body)
  const start = `the body begins with ${toExcerpt(body, 80)}`
  const at = findJsonFault(text)
  if (at === undefined) return `a body that is not JSON, because it is not in UTF-8: ${start}`
  if (at === text.length) return `a body that is not JSON, because it ends after character ${at}: ${start}`
  const found = JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0))
  return `a body that is not JSON, because character ${at + 1} is ${found}: ${start}`
}

/** Why JSON is beyond the limits. Each invalid value of a body can cause a finding, which takes memory and time. */
function toBreachOfBounds(body: Uint8Array): string | undefined {
  let [depth, values, isText] = [0, 1, false]
  for (let index = 0; index < body.length; index += 1) {
    const byte = body[index]
    if (isText) {
      if (byte === backslash) index += 1
      else if (byte === quote) isText = false
    } else if (byte === quote) isText = true
    else if (byte === comma) values += 1
    else if (byte === openBracket || byte === openBrace) {
      depth += 1
      values += 1
      if (depth > bounds.levels) return `a body that is nested deeper than ${bounds.levels} levels`
    } else if (byte === closeBracket || byte === closeBrace) depth -= 1
    if (values > bounds.values) return `a body with more than ${bounds.values} values`
  }
  return undefined
}

const [quote, backslash, comma, openBracket, closeBracket, openBrace, closeBrace] = Buffer.from('"\\,[]{}')

/** The start of a body as one line of text, with the size of a truncated body. */
export function toExcerpt(body: Uint8Array, limit: number): string {
  const text = new TextDecoder().decode(body.subarray(0, limit)).replaceAll(/\s+/g, ' ')
  return body.length > limit ? `${text}… (${toCount(body.length, 'byte')})` : text
}
