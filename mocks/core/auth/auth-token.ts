import type { WireRequest } from '../wire.ts'
import { readHeader } from './header-text.ts'
import { type AuthResult, passed, refused } from './result.ts'
import type { AuthOptions } from './settings.ts'
import { refuseAccount } from './verify-signature.ts'

/** Source: 001 and 002, request header parameters. IAM issues the token, and the mock does not interpret it. */
export const authTokenForm = 'X-Auth-Token: {token}'

export function hasAuthToken(request: WireRequest): boolean {
  return !!readHeader(request, 'x-auth-token')
}

/**
 * Checks the token of a request. It must be one of the configured tokens, and its project must be the project of the
 * request.
 */
export function verifyAuthToken(request: WireRequest, options: AuthOptions): AuthResult {
  const sent = readHeader(request, 'x-auth-token')
  const known = options.tokens?.find(({ token }) => token === sent)
  if (!known) return refused(options.profile.codes.unknownKey, 'X-Auth-Token is not among the tokens of the mock')
  return refuseAccount(request, known.accountId, options) ?? passed(known.accountId)
}
