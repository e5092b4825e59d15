import type { StoredCode } from './code.ts'
import { readContent } from './lookup.ts'
import type { FcState } from './state.ts'
import { toHex, toMac } from '../core/auth/digests.ts'
import { encodePercent, toQueryPairs } from '../core/auth/percent.ts'
import type { ServeAddress } from '../core/handler.ts'
import { toJsonResponse } from '../core/json-response.ts'

/**
 * The function version whose code is downloaded. It is a version id or LATEST, not an alias, because an alias may
 * change.
 */
export interface CodePlace {
  readonly namespace: string
  readonly service: string
  readonly version: string
  readonly function: string
}

/**
 * A download URL for the code of a function. As with OSS, it is valid for an hour and needs no credentials. It is
 * signed, so it cannot be guessed or extended. `now` is in milliseconds since 1970.
 */
export function toCodeAddress(
  { origin, basePath, now }: { readonly origin: string; readonly basePath: string; readonly now: number },
  place: CodePlace,
  code: StoredCode,
): string {
  const expires = String(Math.floor(now / 1000) + lifetimeSeconds)
  const query = { ...place, Expires: expires, Signature: toSignature(place, expires, code) }
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodePercent(value)}`)
  return `${origin}${toCodePath(basePath)}?${pairs.join('&')}`
}

/** Serves the code at a download URL of an API. The URL of replaced or deleted code is no longer valid. */
export const serveCodeAddress =
  (basePath: string): ServeAddress<FcState> =>
  ({ method, path, query }, { find, clock }) => {
    if (path !== toCodePath(basePath) || (method !== 'GET' && method !== 'HEAD')) return undefined
    const values = new Map(toQueryPairs(query))
    const read = (name: string) => values.get(name) ?? ''
    const place = {
      namespace: read('namespace'),
      service: read('service'),
      version: read('version'),
      function: read('function'),
    }
    const state = find(place.namespace)
    const code = state && readContent(state, place.service, place.version)?.functions.get(place.function)?.code
    if (!code) return toJsonResponse(404, { error: 'the code does not exist; it may have been deleted' })
    if (read('Signature') !== toSignature(place, read('Expires'), code)) {
      return toJsonResponse(403, { error: 'the signature of this URL is wrong, or the code has been replaced' })
    }
    if (Number(read('Expires')) * 1000 < clock.now()) return toJsonResponse(403, { error: 'this URL has expired' })
    const headers = { 'Content-Type': 'application/zip', [checksumHeader]: code.checksum }
    return { status: 200, headers, body: code.content }
  }

/** Below the base path of the API, so that everything that intercepts the API also intercepts downloads. */
function toCodePath(basePath: string): string {
  return `${basePath}/_mock/code`
}

const lifetimeSeconds = 3600

/** OSS sends the CRC-64 of each object in this header, and the vendor's SDKs compare it with the code. */
export const checksumHeader = 'X-Oss-Hash-Crc64ecma'

function toSignature(place: CodePlace, expires: string, { secret }: StoredCode): string {
  const text = JSON.stringify([place.namespace, place.service, place.version, place.function, expires])
  return toHex(toMac(secret, text))
}
