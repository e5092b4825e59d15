import type { WireRequest } from '../wire.ts'
import type { AuthOptions } from './profile.ts'
import { type AuthResult, passed, refused } from './result.ts'
import { schemesByName } from './schemes.ts'

export type Authenticate = (request: WireRequest, options: AuthOptions) => AuthResult

/**
 * Checks the credentials of a request as far as the mode requires. The first scheme of the profile with credentials in
 * the request decides, so a valid token does not excuse a wrong signature. Credentials in the query are ignored, except
 * in a signed URL.
 */
export const authenticate: Authenticate = (request, options) => {
  if (options.mode === 'off') return passed()
  const { codes } = options.profile
  const schemes = options.profile.schemes.map((name) => schemesByName[name])
  for (const { judge } of schemes) {
    const result = judge(request, options)
    if (result) return result
  }
  return refused(codes.missing, `the request must have ${schemes.map(({ form }) => form).join(', or ')}`)
}
