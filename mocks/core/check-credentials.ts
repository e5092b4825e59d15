import { ApiError } from './api-error.ts'
import type { Authenticate } from './auth/authenticate.ts'
import type { AuthSettings } from './auth/settings.ts'
import type { EmulatorOptions } from './emulator-options.ts'
import { toHeaderText } from './encode.ts'
import type { AuthProfile } from './auth/profile.ts'
import type { ApiMock } from './handler.ts'
import type { RequestContext } from './request-context.ts'

/** Describes why a signature is wrong. Sent if explanations are enabled. */
export const authHintHeader = 'X-Mock-Auth-Hint'

/** Throws the {@link ApiError} for credentials that are not accepted. */
export type Refuse = () => never

/** What a request is for. */
interface Checked {
  readonly mock: Pick<ApiMock, 'api'>
  /** How the credentials are checked. Absent: they are not checked. */
  readonly profile: AuthProfile | undefined
  /** The id of the operation, or another name for the request. */
  readonly operation: string
}

/** Checks the credentials of a request. Returns `undefined` if they are accepted. */
export type CheckCredentials = (checked: Checked, requestContext: RequestContext) => Refuse | undefined

/** If the credentials belong to an account, this account becomes the account of the request. */
export function createCredentialCheck(
  { auth, onExplain }: Pick<EmulatorOptions, 'auth' | 'onExplain'>,
  authenticate: Authenticate,
): CheckCredentials {
  if (!isChecked(auth)) return () => undefined
  return (checked, requestContext) => judge(auth, onExplain, authenticate, checked, requestContext)
}

/** Whether credentials are checked. */
export function isChecked(auth: AuthSettings | undefined): auth is AuthSettings {
  return auth !== undefined && auth.mode !== 'off'
}

function judge(
  auth: AuthSettings,
  onExplain: EmulatorOptions['onExplain'],
  authenticate: Authenticate,
  { mock, profile, operation }: Checked,
  requestContext: RequestContext,
): Refuse | undefined {
  if (!profile) return undefined
  const { request, namespace, requestId } = requestContext
  const result = authenticate(request, { ...auth, profile, now: namespace.clock.authNow() })
  if (result.kind === 'passed') {
    requestContext.account = result.accountId ?? requestContext.account
    return undefined
  }
  const { code, rule, message = '', explanation } = result
  return () => {
    if (!explanation) throw new ApiError(code, { message, rule })
    requestContext.explanation = explanation
    onExplain?.({ api: mock.api.id, operation, requestId, explanation })
    const hint = explanation.hint ?? 'no known signing mistake explains the signature; compare the strings to sign'
    throw new ApiError(code, { rule, headers: { [authHintHeader]: toHeaderText(hint) } })
  }
}
