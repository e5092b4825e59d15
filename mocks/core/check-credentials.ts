import { authenticate } from './auth/authenticate.ts'
import type { AuthSettings } from './auth/settings.ts'
import type { EmulatorOptions } from './emulator-options.ts'
import { toHeaderText } from './encode.ts'
import type { Endpoint } from './endpoint.ts'
import type { RequestContext } from './request-context.ts'
import { ApiError } from './api-error.ts'

/** Says what is wrong with a wrong signature, where explanations are asked for and the slip is a known one. */
export const authHintHeader = 'X-Mock-Auth-Hint'

/** Lets a request pass, as far as its credentials go; throws the API's own fault for one that may not. */
export type CheckCredentials = (endpoint: Endpoint, requestContext: RequestContext) => void

/** The account that the credentials are for, where they have one, is from there on that of the exchange. */
export function createCredentialCheck({
  auth,
  onExplain,
}: Pick<EmulatorOptions, 'auth' | 'onExplain'>): CheckCredentials {
  if (auth === undefined || auth.mode === 'off') return () => {}
  return (endpoint, requestContext) => judge(auth, onExplain, endpoint, requestContext)
}

function judge(
  auth: AuthSettings,
  onExplain: EmulatorOptions['onExplain'],
  { mock, operation }: Endpoint,
  requestContext: RequestContext,
): void {
  if (!mock.authProfile) return
  const { request, namespace, requestId } = requestContext
  const result = authenticate(request, { ...auth, profile: mock.authProfile, now: namespace.clock.authNow() })
  if (result.kind === 'passed') {
    requestContext.account = result.accountId ?? requestContext.account
    return
  }
  const { code, rule, explanation } = result
  if (!explanation) throw new ApiError(code, { rule })
  requestContext.explanation = explanation
  onExplain?.({ api: mock.api.id, operation: operation.id, requestId, explanation })
  const hint = explanation.hint ?? 'no slip that is known makes the signature right; compare the strings to sign'
  throw new ApiError(code, { rule, headers: { [authHintHeader]: toHeaderText(hint) } })
}
