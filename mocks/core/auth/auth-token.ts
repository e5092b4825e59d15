import type { WireRequest } from '../wire.ts'
import { readHeader } from './header-text.ts'
import { type AuthResult, passed, refused } from './result.ts'
import type { AuthOptions } from './settings.ts'
import { refuseAccount } from './verify-signature.ts'

/** Source: 001 and 002, request header parameters. The token itself comes from IAM and says nothing here. */
export const authTokenForm = 'X-Auth-Token: {token}'

export function hasAuthToken(request: WireRequest): boolean {
  return !!readHeader(request, 'x-auth-token')
}

/** Judges the token of a request: it must be one of the settings', for the project that the request names. */
export function verifyAuthToken(request: WireRequest, options: AuthOptions): AuthResult {
  const sent = readHeader(request, 'x-auth-token')
  const known = options.tokens?.find(({ token }) => token === sent)
  if (!known) return refused(options.profile.codes.unknownKey, 'X-Auth-Token is not among the tokens of the mock')
  return refuseAccount(request, known.accountId, options) ?? passed(known.accountId)
}
