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
  const digits = text.replace(/[\r\n]+/g, '')
  return digits.length % 4 !== 0 || /\s/.test(digits) ? undefined : decode(digits)
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
    const units = atob(digits)
    const bytes = new Uint8Array(units.length)
    for (let i = 0; i < units.length; i += 1) bytes[i] = units.charCodeAt(i)
    return bytes
  } catch {
    return undefined
  }
}
