import { toBase64 } from '../../../../schemas/core/lib/base64.ts'
import type { WireRequest } from '../../wire.ts'
import { toHex, toMac } from '../digests.ts'
import type { AuthOptions, AuthProfile } from '../profile.ts'
import type { SchemeName } from '../result.ts'
import type { Credential } from '../settings.ts'

/** A request with some parts replaced. */
export function toRequest(parts: Partial<WireRequest> = {}): WireRequest {
  const headers = parts.headers ?? {}
  return { method: 'GET', path: '/', query: '', body: undefined, host: headers.host ?? 'mock.test', ...parts, headers }
}

/** A profile whose codes are the names of the causes, so that tests can distinguish all causes. */
export function toProfile(...schemes: readonly SchemeName[]): AuthProfile {
  return {
    schemes,
    codes: {
      missing: 'missing',
      undated: 'undated',
      unknownKey: 'unknownKey',
      mismatch: 'mismatch',
      skewed: 'skewed',
      forbidden: 'forbidden',
    },
    accounts: [
      { in: 'header', name: 'x-account' },
      { in: 'path', pattern: /^\/accounts\/([^/]+)\// },
    ],
  }
}

export const testKey: Credential = { id: 'test-id', secret: 'test-secret-of-some-length' }

/** The date of the requests in tests. */
export const testNow = Date.UTC(2026, 10, 21, 21, 26, 31)

export function toOptions(scheme: SchemeName, options: Partial<AuthOptions> = {}): AuthOptions {
  return { mode: 'verify', profile: toProfile(scheme), credentials: [testKey], now: testNow, ...options }
}

/** Signs a request with ACS3, with any string to sign. */
export function signAcs3(request: WireRequest, names: readonly string[], stringToSign: string): WireRequest {
  const signature = toHex(toMac(testKey.secret, stringToSign))
  const fields = `Credential=${testKey.id},SignedHeaders=${names.join(';')},Signature=${signature}`
  return withAuthorization(request, `ACS3-HMAC-SHA256 ${fields}`)
}

/** Signs a request with Huawei's scheme, with any string to sign. */
export function signSdk(request: WireRequest, names: readonly string[], stringToSign: string): WireRequest {
  const signature = toHex(toMac(testKey.secret, stringToSign))
  const fields = `Access=${testKey.id}, SignedHeaders=${names.join(';')}, Signature=${signature}`
  return withAuthorization(request, `SDK-HMAC-SHA256 ${fields}`)
}

/** Signs a request with the FC signature, with any string to sign. */
export function signFc(request: WireRequest, stringToSign: string): WireRequest {
  return withAuthorization(request, `FC ${testKey.id}:${toBase64(toMac(testKey.secret, stringToSign))}`)
}

export function withAuthorization(request: WireRequest, authorization: string): WireRequest {
  return { ...request, headers: { ...request.headers, authorization } }
}
