/** Base64 (RFC 4648) with padding. */
export function toBase64(bytes: Uint8Array): string {
  let units = ''
  // In blocks, because a call takes a limited number of arguments.
  for (let start = 0; start < bytes.length; start += blockLength) {
    units += String.fromCharCode(...bytes.subarray(start, start + blockLength))
  }
  return btoa(units)
}

const blockLength = 8192

/**
 * Decodes base64 (RFC 4648) with padding. Returns `undefined` for any other text. Line breaks are accepted because some
 * encoders insert them. Other white space is rejected: otherwise short plain text would be valid base64.
 */
export function readBase64(text: string): Uint8Array | undefined {
  // Most texts have no line breaks, so the text is only searched for them if it cannot be decoded.
  return decodePadded(text) ?? (/[\r\n]/.test(text) ? decodePadded(text.replace(/[\r\n]+/g, '')) : undefined)
}

function decodePadded(digits: string): Uint8Array | undefined {
  return digits.length % 4 === 0 ? decode(digits) : undefined
}

/** Base64url (RFC 4648) without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Decodes base64url without padding. Returns `undefined` for any other text. */
export function readBase64Url(text: string): Uint8Array | undefined {
  return decode(text.replaceAll('-', '+').replaceAll('_', '/'))
}

function decode(digits: string): Uint8Array | undefined {
  try {
    return decoder(digits)
  } catch {
    return undefined
  }
}

/** Decodes with `atob`, which every platform has. Throws for a text that is not base64 or that has white space. */
export function decodeWithAtob(digits: string): Uint8Array {
  if (/\s/.test(digits)) throw new Error('not base64') // `atob` skips white space
  const units = atob(digits)
  const bytes = new Uint8Array(units.length)
  for (let i = 0; i < units.length; i += 1) bytes[i] = units.charCodeAt(i)
  return bytes
}

/**
 * Decodes with the `Buffer` of Node.js, which is several times faster. It skips characters that are not base64, so that
 * bytes are missing, and it accepts the digits of base64url. Throws for a text that is not base64 or that has white space.
 */
export function decodeWithBuffer(digits: string): Uint8Array {
  const padding = digits.endsWith('==') ? 2 : Number(digits.endsWith('='))
  const count = digits.length - padding
  const bytes = Buffer.from(digits, 'base64')
  const isComplete = bytes.length === (count * 3) >> 2
  const wrongLength = padding > 0 ? digits.length % 4 !== 0 : count % 4 === 1
  if (!isComplete || wrongLength || digits.includes('-') || digits.includes('_')) throw new Error('not base64')
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
}

/** The fastest decoder of the platform. */
const decoder = typeof Buffer === 'function' ? decodeWithBuffer : decodeWithAtob
