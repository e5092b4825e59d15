import type { WireRequest } from '../wire.ts'
import { isSigned } from './explain.ts'
import { isSignedUrl, signatureName } from './is-signed-url.ts'
import { joinParts, toParts, toTriggerResource } from './fc-signature.ts'
import { toQueryPairs } from './percent.ts'
import { type AuthResult, passed, refused } from './result.ts'
import type { AuthOptions, AuthScheme } from './profile.ts'
import { refuseAccount } from './verify-signature.ts'

/** A URL with a signature, for HTTP triggers. */
export const fcSignedUrl: AuthScheme = {
  form: 'x-fc-access-key-id, x-fc-expires and x-fc-signature in the query',
  judge: (request, options) => (isSignedUrl(request) ? verifySignedUrl(request, options) : undefined),
}

/**
 * The URL is valid until `x-fc-expires`, in seconds since 1970. This text takes the
 * place of the date in the string to sign, and the signature is not part of the signed query. Observed in the SDKs for Go
 * and Java.
 */
function verifySignedUrl(request: WireRequest, options: AuthOptions): AuthResult {
  const { codes, toUnknownKeyMessage } = options.profile
  const query = new Map(toQueryPairs(request.query))
  const [keyId = '', date = '', signature = ''] = ['x-fc-access-key-id', 'x-fc-expires', signatureName].map((name) =>
    query.get(name),
  )
  if (!/^\d{1,15}$/.test(date)) return refused(codes.missing, 'x-fc-expires must be a time in seconds since 1970')
  if (options.mode === 'present') return passed()
  const credential = options.credentials?.find(({ id }) => id === keyId)
  if (!credential) {
    const rule = 'the key id is not among the credentials of the mock'
    return { ...refused(codes.unknownKey, rule), message: toUnknownKeyMessage?.(keyId) }
  }
  if (options.now > Number(date) * 1000) return refused(codes.skewed, 'the signed URL has expired')
  const parts = toParts(request, { toResource: (sent) => toTriggerResource(sent, signatureName) })
  const claim = { keyId, signature, signedHeaders: [] }
  if (!isSigned({ stringToSign: joinParts({ ...parts, date }) }, credential.secret, claim, 'base64')) {
    return refused(codes.mismatch, 'the signature in the query does not match the request')
  }
  if ((query.get('x-fc-security-token') || undefined) !== credential.securityToken) {
    return refused(codes.missing, 'x-fc-security-token in the query is not the token of this key')
  }
  return refuseAccount(request, credential.accountId, options) ?? passed(credential.accountId)
}
