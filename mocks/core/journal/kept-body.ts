import type { JournalBody } from './entry.ts'

/** A body as the journal keeps it: itself where it is small, the beginning of it where it is not. */
export type KeptBody = string | Uint8Array | CutBody | undefined

interface CutBody {
  readonly start: Uint8Array
  /** Of the whole body. */
  readonly bytes: number
}

/**
 * Cutting costs more than keeping, so that bodies up to some times the limit are kept as they are. What is longer, or
 * stands in a larger piece of memory, must not hold that memory for as long as the entry lives.
 */
export function toKeptBody(body: string | Uint8Array | undefined, mostBytes: number): KeptBody {
  if (body === undefined || body.length === 0) return undefined
  const mostKept = mostBytes * keptPerShown
  if (typeof body === 'string') {
    if (body.length <= mostKept) return body
    const bytes = new TextEncoder().encode(body)
    return { start: bytes.slice(0, mostBytes), bytes: bytes.length }
  }
  if (body.buffer.byteLength <= mostKept) return body
  return { start: Uint8Array.prototype.slice.call(body, 0, mostBytes), bytes: body.length }
}

const keptPerShown = 4

/** A body as an entry shows it. */
export function toJournalBody(kept: Exclude<KeptBody, undefined>, mostBytes: number): JournalBody {
  const { start, bytes } = toCut(kept)
  const truncated = bytes > Math.min(start.length, mostBytes)
  const shown = start.subarray(0, mostBytes)
  const text = toText(shown, truncated)
  return text === undefined ? { base64: toBase64(shown), bytes, truncated } : { text, bytes, truncated }
}

function toCut(kept: Exclude<KeptBody, undefined>): CutBody {
  if (typeof kept === 'string') return toCut(new TextEncoder().encode(kept))
  return kept instanceof Uint8Array ? { start: kept, bytes: kept.length } : kept
}

/** Text, or nothing where the bytes are not UTF-8. A cut may go through a character: its beginning is left out. */
function toText(bytes: Uint8Array, isCut: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: isCut })
  } catch {
    return undefined
  }
}

function toBase64(bytes: Uint8Array): string {
  let units = ''
  for (const byte of bytes) units += String.fromCharCode(byte)
  return btoa(units)
}
