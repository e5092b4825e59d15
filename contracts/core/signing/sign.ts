import { createHash, createHmac } from 'node:crypto'
import type { WireRequest } from '../http/exchange.ts'
import { encodePercent } from '../http/percent.ts'

export interface Key {
  readonly id: string
  readonly secret: string
  /** The token of a temporary key. */
  readonly token?: string
}

export interface SignFacts {
  /** The account or project of the request, if given. */
  readonly account: string | undefined
  readonly now: Date
  /** The hash function of the HMAC. Default `sha256`. */
  readonly digest?: 'sha256' | 'sha1'
}

/** The headers that sign a request, from its final method, URL, headers and bytes. */
export type Sign = (request: WireRequest, key: Key, facts: SignFacts) => Readonly<Record<string, string>>

export function toMac(
  { secret }: Key,
  text: string,
  encoding: 'hex' | 'base64',
  { digest = 'sha256' }: SignFacts,
): string {
  return createHmac(digest, secret).update(text).digest(encoding)
}

export function toSha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Path and query of the request line. A URL object would resolve dot segments. */
export function toTarget({ url }: WireRequest): { readonly path: string; readonly query: string } {
  const target = /^https?:\/\/[^/?]*(.*)$/.exec(url)?.[1] ?? ''
  const cut = target.indexOf('?')
  return cut === -1 ? { path: target, query: '' } : { path: target.slice(0, cut), query: target.slice(cut + 1) }
}

/** Headers by lower-case name. `added` come last, and repeated headers are joined as in HTTP. */
export function toHeaders(
  { headers }: WireRequest,
  added: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [name, value] of [...headers, ...Object.entries(added)]) {
    const key = name.toLowerCase()
    const before = found.get(key)
    found.set(key, before === undefined ? value.trim() : `${before}, ${value.trim()}`)
  }
  return found
}

/** The decoded text, or the text itself if its encoding is invalid. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * The text that ACS3 and SDK signatures hash: method, path, query, one line for each header, the header names and the
 * hash of the body. Path and query are encoded again, so that both sides get the same text.
 */
export function toCanonicalRequest(
  request: WireRequest,
  headers: readonly (readonly [name: string, value: string])[],
  toPath: (path: string) => string,
): string {
  const { path, query } = toTarget(request)
  const encoded = path
    .split('/')
    .map((segment) => encodePercent(decode(segment)))
    .join('/')
  const pairs = [...new URLSearchParams(query)].map(
    ([name, value]) => [encodePercent(name), encodePercent(value)] as const,
  )
  const sorted = pairs.sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
  return [
    request.method,
    toPath(encoded),
    sorted.map(([name, value]) => `${name}=${value}`).join('&'),
    headers.map(([name, value]) => `${name}:${value}\n`).join(''),
    headers.map(([name]) => name).join(';'),
    toSha256(request.body),
  ].join('\n')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
