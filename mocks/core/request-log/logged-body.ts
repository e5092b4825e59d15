import { toBase64 } from '../../../schemas/core/lib/base64.ts'
import type { LoggedBody } from './entry.ts'

/** The beginning of a body that is too large to be kept. */
export interface TruncatedBody {
  readonly start: Uint8Array
  /** Of the whole body. */
  readonly bytes: number
}

/**
 * A body, or its beginning where it is too large to be held. Cutting costs more than holding, so that this is left to
 * bodies of some times the limit, and to those that stand in a larger piece of memory, which they would hold with them.
 */
export function truncateBody<B extends string | Uint8Array>(
  body: B | undefined,
  mostBytes: number,
): B | TruncatedBody | undefined {
  if (body === undefined) return undefined
  const mostHeld = mostBytes * heldPerShown
  if (typeof body === 'string') {
    if (body.length <= mostHeld) return body
    const bytes = new TextEncoder().encode(body)
    return { start: bytes.slice(0, mostBytes), bytes: bytes.length }
  }
  if (body.buffer.byteLength <= mostHeld) return body
  // Not the method of the bytes themselves: Node's own kind of bytes has one that copies nothing.
  return { start: Uint8Array.prototype.slice.call(body, 0, mostBytes), bytes: body.length }
}

const heldPerShown = 4

/** A body as an entry shows it; nothing where it is empty. */
export function toLoggedBody(
  body: string | Uint8Array | TruncatedBody | undefined,
  mostBytes: number,
): LoggedBody | undefined {
  const { start, bytes } = toCut(body)
  if (bytes === 0) return undefined
  const shown = start.subarray(0, mostBytes)
  const truncated = bytes > shown.length
  const text = toText(shown, truncated)
  return text === undefined ? { base64: toBase64(shown), bytes, truncated } : { text, bytes, truncated }
}

function toCut(body: string | Uint8Array | TruncatedBody | undefined): TruncatedBody {
  if (typeof body === 'string') return toCut(new TextEncoder().encode(body))
  if (body === undefined) return toCut(new Uint8Array())
  return body instanceof Uint8Array ? { start: body, bytes: body.length } : body
}

/** Text, or nothing where the bytes are not UTF-8. A cut may go through a character, whose beginning is left out. */
function toText(bytes: Uint8Array, isCut: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: isCut })
  } catch {
    return undefined
  }
}
