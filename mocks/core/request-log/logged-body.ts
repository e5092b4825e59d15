import { toBase64 } from '../../../schemas/core/lib/base64.ts'
import type { LoggedBody } from './entry.ts'
import { maskJson } from './mask.ts'

/** The start of a body that is too large to keep. */
export interface TruncatedBody {
  readonly start: Uint8Array
  /** Size of the whole body. */
  readonly bytes: number
}

/**
 * A body, or its start if it is too large to keep. Copying costs more than keeping a reference, so only bodies of
 * several times the limit are truncated. A view on a larger buffer would keep that buffer in memory. If the text of a
 * request is known, the text is kept, because the garbage collector moves texts faster than buffers.
 */
export function truncateBody(
  body: string | Uint8Array | undefined,
  mostBytes: number,
  knownText?: string,
): string | Uint8Array | TruncatedBody | undefined {
  if (body === undefined) return undefined
  const mostHeld = mostBytes * heldPerShown
  if (typeof body === 'string') {
    if (body.length <= mostHeld) return body
    const bytes = new TextEncoder().encode(body)
    return { start: bytes.slice(0, mostBytes), bytes: bytes.length }
  }
  if (knownText !== undefined && knownText.length <= mostHeld) return knownText
  if (body.buffer.byteLength <= mostHeld) return body
  // `slice` of Node's `Buffer` copies nothing.
  return { start: Uint8Array.prototype.slice.call(body, 0, mostBytes), bytes: body.length }
}

const heldPerShown = 4

/** The logged form of a body, with its secrets replaced; `undefined` if it is empty. */
export function toLoggedBody(
  body: string | Uint8Array | TruncatedBody | undefined,
  mostBytes: number,
): LoggedBody | undefined {
  const { start, bytes } = toCut(body)
  if (bytes === 0) return undefined
  const shown = start.subarray(0, mostBytes)
  const truncated = bytes > shown.length
  const text = toText(shown, truncated)
  return text === undefined ? { base64: toBase64(shown), bytes, truncated } : { text: maskJson(text), bytes, truncated }
}

function toCut(body: string | Uint8Array | TruncatedBody | undefined): TruncatedBody {
  if (typeof body === 'string') return toCut(new TextEncoder().encode(body))
  if (body === undefined) return toCut(new Uint8Array())
  return body instanceof Uint8Array ? { start: body, bytes: body.length } : body
}

/** Decodes UTF-8, or returns `undefined` for other bytes. A character that was cut at the end is omitted. */
function toText(bytes: Uint8Array, isCut: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: isCut })
  } catch {
    return undefined
  }
}
