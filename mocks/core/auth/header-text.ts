import type { WireRequest } from '../wire.ts'

/**
 * The value of a header by its lower-case name; `undefined` if it was not sent, `''` if it was sent empty. The adapter
 * joins repeated headers.
 */
export function readHeader(request: WireRequest, name: string): string | undefined {
  // The client supplies the list of signed headers. It may contain names of inherited properties, such as
  // `constructor`.
  const sent = Object.hasOwn(request.headers, name) ? request.headers[name] : undefined
  const text = sent ?? (name === 'host' ? request.host : undefined)
  return text === undefined ? undefined : asUtf8(trimBlanks(text))
}

/** HTTP ignores spaces and tabs around a value (RFC 9110, 5.6.3). `trim` would also remove a no-break space. */
export function trimBlanks(text: string): string {
  let [start, end] = [0, text.length]
  while (start < end && isBlank(text.charCodeAt(start))) start += 1
  while (start < end && isBlank(text.charCodeAt(end - 1))) end -= 1
  return text.slice(start, end)
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09
}

/** The names of all headers of the request, sorted by code unit. */
export function toHeaderNames(request: WireRequest, prefix: string): string[] {
  return Object.keys(request.headers)
    .filter((name) => name.startsWith(prefix) && request.headers[name] !== undefined)
    .sort()
}

/**
 * HTTP headers contain bytes, and adapters pass each byte as one character. Most clients sign the UTF-8 text that they
 * send. Clients that send Latin-1 sign the UTF-8 encoding of its characters, so bytes that are not UTF-8 stay as they
 * are.
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
