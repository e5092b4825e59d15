import { readBase64Url, toBase64Url } from '../../schemas/core/lib/base64.ts'
import { parseJson } from '../../schemas/core/lib/json.ts'

/**
 * A `nextToken`: the last key of a page, with a checksum over the key and the list. Clients must treat it as opaque. A
 * changed token, or a token of another list, is invalid.
 */
export function toPageToken(list: string, lastKey: string): string {
  // JSON keeps lone surrogates. UTF-8 alone would lose them.
  const bytes = new TextEncoder().encode(JSON.stringify(lastKey))
  return `${toCheckSum(list, lastKey)}${toBase64Url(bytes)}`
}

/** The last key in a token, or `undefined` if the token is not valid for this list. */
export function readPageToken(list: string, token: string): string | undefined {
  const bytes = readBase64Url(token.slice(checkSumLength))
  if (!bytes) return
  const key = parseJson(bytes)
  // Comparing the whole token also rejects other encodings of the same key.
  return typeof key === 'string' && toPageToken(list, key) === token ? key : undefined
}

const checkSumLength = 14

/** 53 bits (cyrb53). This detects accidental changes. A mock needs no protection against deliberate ones. */
function toCheckSum(list: string, key: string): string {
  let [h1, h2] = [0xdeadbeef, 0x41c6ce57]
  const text = `${list.length}:${list}${key}`
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    h1 = Math.imul(h1 ^ unit, 2654435761)
    h2 = Math.imul(h2 ^ unit, 1597334677)
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909)
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909)
  return (4294967296 * (2097151 & h2) + (h1 >>> 0)).toString(16).padStart(checkSumLength, '0')
}
