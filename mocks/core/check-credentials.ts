import { ApiError } from './api-error.ts'
import { authenticate } from './auth/authenticate.ts'
import type { AuthSettings } from './auth/settings.ts'
import type { EmulatorOptions } from './emulator-options.ts'
import { toHeaderText } from './encode.ts'
import type { Endpoint } from './endpoint.ts'
import type { RequestContext } from './request-context.ts'

/** Describes why a signature is wrong. Sent if explanations are enabled. */
export const authHintHeader = 'X-Mock-Auth-Hint'

/** Checks the credentials of a request. Throws an {@link ApiError} if they are not accepted. */
export type CheckCredentials = (endpoint: Endpoint, requestContext: RequestContext) => void

/** If the credentials belong to an account, this account becomes the account of the request. */
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
  const { code, rule, message = '', explanation } = result
  if (!explanation) throw new ApiError(code, { message, rule })
  requestContext.explanation = explanation
  onExplain?.({ api: mock.api.id, operation: operation.id, requestId, explanation })
  const hint = explanation.hint ?? 'no known signing mistake explains the signature; compare the strings to sign'
  throw new ApiError(code, { rule, headers: { [authHintHeader]: toHeaderText(hint) } })
}
