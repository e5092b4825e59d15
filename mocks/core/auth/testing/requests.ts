import type { WireRequest } from '../../wire.ts'
import { toBase64 } from '../../../../schemas/core/lib/base64.ts'
import { toHex, toMac } from '../digests.ts'
import type { AuthProfile, SchemeName } from '../profile.ts'
import type { AuthOptions, Credential } from '../settings.ts'

/** For tests: a request with the parts that a test speaks of. */
export function toRequest(parts: Partial<WireRequest> = {}): WireRequest {
  const headers = parts.headers ?? {}
  return { method: 'GET', path: '/', query: '', body: undefined, host: headers.host ?? 'mock.test', ...parts, headers }
}

/** For tests: a profile whose codes are the names of the causes, so that each cause is told from the others. */
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

/** The moment at which the requests of tests are dated. */
export const testNow = Date.UTC(2026, 10, 21, 21, 26, 31)

export function toOptions(scheme: SchemeName, options: Partial<AuthOptions> = {}): AuthOptions {
  return { mode: 'verify', profile: toProfile(scheme), credentials: [testKey], now: testNow, ...options }
}

/** For tests: the request with a signature of a string to sign, by ACS3. */
export function signAcs3(request: WireRequest, names: readonly string[], stringToSign: string): WireRequest {
  const signature = toHex(toMac(testKey.secret, stringToSign))
  const fields = `Credential=${testKey.id},SignedHeaders=${names.join(';')},Signature=${signature}`
  return withAuthorization(request, `ACS3-HMAC-SHA256 ${fields}`)
}

/** Likewise, by Huawei's scheme. */
export function signSdk(request: WireRequest, names: readonly string[], stringToSign: string): WireRequest {
  const signature = toHex(toMac(testKey.secret, stringToSign))
  const fields = `Access=${testKey.id}, SignedHeaders=${names.join(';')}, Signature=${signature}`
  return withAuthorization(request, `SDK-HMAC-SHA256 ${fields}`)
}

/** Likewise, by the FC signature. */
export function signFc(request: WireRequest, stringToSign: string): WireRequest {
  return withAuthorization(request, `FC ${testKey.id}:${toBase64(toMac(testKey.secret, stringToSign))}`)
}

export function withAuthorization(request: WireRequest, authorization: string): WireRequest {
  return { ...request, headers: { ...request.headers, authorization } }
}
