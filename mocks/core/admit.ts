import { authenticate } from './auth/authenticate.ts'
import type { AuthSettings } from './auth/settings.ts'
import type { EmulatorOptions } from './emulator-options.ts'
import { toHeaderText } from './encode.ts'
import type { Endpoint } from './endpoint.ts'
import type { Exchange } from './request-context.ts'
import { Fault } from './api-error.ts'

/** Says what is wrong with a wrong signature, where explanations are asked for and the slip is a known one. */
export const authHintHeader = 'X-Mock-Auth-Hint'

/** Lets a request pass, as far as its credentials go; throws the API's own fault for one that may not. */
export type Admit = (endpoint: Endpoint, exchange: Exchange) => void

/** The account that the credentials are for, where they have one, is from there on that of the exchange. */
export function createAdmit({ auth, onExplain }: Pick<EmulatorOptions, 'auth' | 'onExplain'>): Admit {
  if (auth === undefined || auth.mode === 'off') return () => {}
  return (endpoint, exchange) => judge(auth, onExplain, endpoint, exchange)
}

function judge(
  auth: AuthSettings,
  onExplain: EmulatorOptions['onExplain'],
  { mock, operation }: Endpoint,
  exchange: Exchange,
): void {
  if (!mock.authProfile) return
  const { request, namespace, requestId } = exchange
  const result = authenticate(request, { ...auth, profile: mock.authProfile, now: namespace.clock.authNow() })
  if (result.kind === 'passed') {
    exchange.account = result.accountId ?? exchange.account
    return
  }
  const { code, rule, explanation } = result
  if (!explanation) throw new Fault(code, { rule })
  exchange.explanation = explanation
  onExplain?.({ api: mock.api.id, operation: operation.id, requestId, explanation })
  const hint = explanation.hint ?? 'no slip that is known makes the signature right; compare the strings to sign'
  throw new Fault(code, { rule, headers: { [authHintHeader]: toHeaderText(hint) } })
}
