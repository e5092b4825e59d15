import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** The HMAC-SHA256 of a text in UTF-8. */
export function toMac(secret: string, text: string): Uint8Array {
  return hmac(sha256, utf8ToBytes(secret), utf8ToBytes(text))
}

/** The SHA-256 in lower-case hex. Text is encoded as UTF-8. An absent body has no bytes. */
export function toSha256Hex(content: Uint8Array | string | undefined): string {
  const bytes = typeof content === 'string' ? utf8ToBytes(content) : (content ?? new Uint8Array())
  return bytesToHex(sha256(bytes))
}

export function toHex(bytes: Uint8Array): string {
  return bytesToHex(bytes)
}
