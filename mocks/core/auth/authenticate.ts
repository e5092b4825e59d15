import type { WireRequest } from '../wire.ts'
import { acs3HmacSha256 } from './acs3-hmac-sha256.ts'
import { authTokenForm, hasAuthToken, verifyAuthToken } from './auth-token.ts'
import { fcSignature, fcTriggerSignature } from './fc-signature.ts'
import { isSignedUrl, signedUrlForm, verifySignedUrl } from './fc-signed-url.ts'
import { readHeader } from './header-text.ts'
import type { SchemeName } from './profile.ts'
import { type AuthResult, passed, refused } from './result.ts'
import { sdkHmacSha256 } from './sdk-hmac-sha256.ts'
import type { AuthOptions } from './settings.ts'
import type { SigningScheme } from './signing.ts'
import { verifySignature } from './verify-signature.ts'

/**
 * Checks the credentials of a request as far as the mode requires. The first scheme of the profile with credentials in
 * the request decides, so a valid token does not excuse a wrong signature. Credentials in the query are ignored,
 * except in a signed URL.
 */
export function authenticate(request: WireRequest, options: AuthOptions): AuthResult {
  if (options.mode === 'off') return passed()
  for (const name of options.profile.schemes) {
    const result = schemes[name](request, options)
    if (result) return result
  }
  const forms = options.profile.schemes.map((name) => schemeForms[name]).join(', or ')
  return refused(options.profile.codes.missing, `the request must have ${forms}`)
}

/** Checks a request by one scheme. Returns `undefined` if the request has no credentials of this scheme. */
type Judge = (request: WireRequest, options: AuthOptions) => AuthResult | undefined

const schemes: Readonly<Record<SchemeName, Judge>> = {
  'fc-signature': judgeBy(fcSignature),
  'fc-trigger-signature': judgeBy(fcTriggerSignature),
  'fc-signed-url': (request, options) => (isSignedUrl(request) ? verifySignedUrl(request, options) : undefined),
  'acs3-hmac-sha256': judgeBy(acs3HmacSha256),
  'sdk-hmac-sha256': judgeBy(sdkHmacSha256),
  'auth-token': (request, options) => {
    if (!hasAuthToken(request)) return undefined
    return options.mode === 'present' ? passed() : verifyAuthToken(request, options)
  },
}

const schemeForms: Readonly<Record<SchemeName, string>> = {
  'fc-signature': `Authorization: ${fcSignature.form}`,
  'fc-trigger-signature': `Authorization: ${fcTriggerSignature.form}`,
  'fc-signed-url': signedUrlForm,
  'acs3-hmac-sha256': `Authorization: ${acs3HmacSha256.form}`,
  'sdk-hmac-sha256': `Authorization: ${sdkHmacSha256.form}`,
  'auth-token': authTokenForm,
}

function judgeBy(scheme: SigningScheme): Judge {
  const start = `${scheme.word} `
  return (request, options) => {
    const authorization = readHeader(request, 'authorization')
    if (!authorization?.startsWith(start)) return undefined
    const claim = scheme.readClaim(request, authorization.slice(start.length))
    if (!claim) return refused(options.profile.codes.missing, `Authorization must have the form ${scheme.form}`)
    return options.mode === 'present' ? passed() : verifySignature(scheme, request, claim, options)
  }
}
