import type { WireRequest } from '../wire.ts'
import { readHeader } from './header-text.ts'
import { type AuthResult, passed, refused } from './result.ts'
import type { AuthOptions, AuthScheme } from './profile.ts'
import { refuseAccount } from './verify-signature.ts'

/** Source: 001 and 002, request header parameters. IAM issues the token, and the mock does not interpret it. */
export const authToken: AuthScheme = {
  form: 'X-Auth-Token: {token}',
  judge(request, options) {
    if (!readHeader(request, 'x-auth-token')) return undefined
    return options.mode === 'present' ? passed() : verifyAuthToken(request, options)
  },
}

/**
 * Checks the token of a request. It must be one of the configured tokens, and its project must be the project of the
 * request.
 */
function verifyAuthToken(request: WireRequest, options: AuthOptions): AuthResult {
  const sent = readHeader(request, 'x-auth-token')
  const known = options.tokens?.find(({ token }) => token === sent)
  if (!known) return refused(options.profile.codes.unknownKey, 'X-Auth-Token is not among the tokens of the mock')
  return refuseAccount(request, known.accountId, options) ?? passed(known.accountId)
}
