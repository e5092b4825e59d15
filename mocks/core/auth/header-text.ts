import type { WireRequest } from '../wire.ts'

/**
 * A header as its sender wrote it, by lower-case name; `undefined` when it was not sent, `''` when it was sent empty.
 * Repeated headers come as the adapter joined them.
 */
export function readHeader(request: WireRequest, name: string): string | undefined {
  // A signed-headers list is the client's text: it may name what every object has, such as `constructor`.
  const sent = Object.hasOwn(request.headers, name) ? request.headers[name] : undefined
  const text = sent ?? (name === 'host' ? request.host : undefined)
  return text === undefined ? undefined : asUtf8(text.trim())
}

/** The names of all headers that were sent, sorted by code unit. */
export function toHeaderNames(request: WireRequest, prefix: string): string[] {
  return Object.keys(request.headers)
    .filter((name) => name.startsWith(prefix) && request.headers[name] !== undefined)
    .sort()
}

/**
 * HTTP carries bytes, which adapters hand on as one character each. Most clients sign the UTF-8 that they send; those that
 * send Latin-1 sign the UTF-8 of its characters, which is what remains when the bytes are no UTF-8.
 */
export function asUtf8(text: string): string {
  if (isEvery(text, (code) => code < 0x80) || !isEvery(text, (code) => code < 0x100)) return text
  try {
    return strictUtf8().decode(Uint8Array.from(text, (character) => character.charCodeAt(0)))
  } catch {
    return text
  }
}

function isEvery(text: string, test: (code: number) => boolean): boolean {
  for (let at = 0; at < text.length; at += 1) if (!test(text.charCodeAt(at))) return false
  return true
}

function strictUtf8(): TextDecoder {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
}
