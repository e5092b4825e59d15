import { toHex, toMac } from '../core/auth/digests.ts'
import { encodePercent, toQueryPairs } from '../core/auth/percent.ts'
import type { Clock } from '../core/clock.ts'
import { toJsonResponse } from '../core/json-response.ts'
import type { WireRequest, WireResponse } from '../core/wire.ts'
import type { StoredCode } from './code.ts'

/** The query parameters that name some code. */
type Place = Readonly<Record<string, string>>

/**
 * A download URL. As with OSS, it is valid for an hour and needs no credentials. It is signed, so it cannot be guessed or
 * extended. `now` is in milliseconds since 1970.
 */
export function toSignedAddress(url: string, place: Place, code: StoredCode, now: number): string {
  const expires = String(Math.floor(now / 1000) + lifetimeSeconds)
  const query = { ...place, Expires: expires, Signature: toSignature(place, expires, code) }
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodePercent(value)}`)
  return `${url}?${pairs.join('&')}`
}

/**
 * Serves the code at a download URL. `names` are the parameters of its place, in order. The URL of replaced or deleted code
 * is no longer valid.
 */
export function serveSignedAddress<Name extends string>(
  { query }: WireRequest,
  names: readonly Name[],
  toCode: (place: Readonly<Record<Name, string>>) => StoredCode | undefined,
  clock: Clock,
): WireResponse {
  const values = new Map(toQueryPairs(query))
  const read = (name: string) => values.get(name) ?? ''
  const place = Object.fromEntries(names.map((name) => [name, read(name)])) as Record<Name, string> // each name once
  const code = toCode(place)
  if (!code) return toJsonResponse(404, { error: 'the code does not exist; it may have been deleted' })
  if (read('Signature') !== toSignature(place, read('Expires'), code)) {
    return toJsonResponse(403, { error: 'the signature of this URL is wrong, or the code has been replaced' })
  }
  if (Number(read('Expires')) * 1000 < clock.now()) return toJsonResponse(403, { error: 'this URL has expired' })
  const headers = { 'Content-Type': 'application/zip', [checksumHeader]: code.checksum }
  return { status: 200, headers, body: code.content }
}

/** Whether a request is for a download URL with this path. */
export function isDownload({ method, path }: WireRequest, wanted: string): boolean {
  return path === wanted && (method === 'GET' || method === 'HEAD')
}

const lifetimeSeconds = 3600

/** What the request log calls a request for a download URL. */
export const addressPurpose = 'code download'

/** OSS sends the CRC-64 of each object in this header, and the vendor's SDKs compare it with the code. */
export const checksumHeader = 'X-Oss-Hash-Crc64ecma'

function toSignature(place: Place, expires: string, { secret }: StoredCode): string {
  return toHex(toMac(secret, JSON.stringify([...Object.values(place), expires])))
}
