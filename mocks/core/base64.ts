/**
 * The bytes of base64 (RFC 4648, with its padding), or nothing where the text is none. Line breaks are taken, as some
 * encoders write them; other white space is not: short code that nobody has encoded would pass for base64.
 */
export function readBase64(text: string): Uint8Array | undefined {
  const digits = text.replace(/[\r\n]+/g, '')
  if (digits.length % 4 !== 0 || /\s/.test(digits)) return undefined
  try {
    const units = atob(digits)
    const bytes = new Uint8Array(units.length)
    for (let i = 0; i < units.length; i += 1) bytes[i] = units.charCodeAt(i)
    return bytes
  } catch {
    return undefined
  }
}
