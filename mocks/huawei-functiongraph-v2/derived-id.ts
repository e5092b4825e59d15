import { sha512 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** The SHA-512 in lower-case hex. Text is encoded as UTF-8. */
export function toDigest(content: Uint8Array | string): string {
  return bytesToHex(sha512(typeof content === 'string' ? utf8ToBytes(content) : content))
}

/**
 * Ids that are derived from a text. No operation creates anything here, so ids can be the same in every run, namespace
 * and process.
 */
export function toDerivedUuid(text: string): string {
  const hex = toDigest(text)
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(12, 15)}`, `8${hex.slice(15, 18)}`, hex.slice(18, 30)].join(
    '-',
  )
}

/** 32 hexadecimal digits, as in account ids. */
export function toDerivedHex(text: string): string {
  return toDigest(text).slice(0, 32)
}

/** Five letters, as in `latest-191025153727@zehht`. */
export function toDerivedLetters(text: string): string {
  return [...sha512(utf8ToBytes(text)).subarray(0, 5)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')
}
