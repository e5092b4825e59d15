import type { Explanation } from './auth/result.ts'
import type { Endpoint } from './endpoint.ts'
import type { ApiMock } from './handler.ts'
import type { Liberty } from './request-log/entry.ts'
import { noLiberties } from './leniencies.ts'
import type { Namespace } from './namespaces.ts'
import type { WireRequest } from './wire.ts'

/**
 * A request on its way to an answer, and what became known of it underway. One object from door to journal, written to
 * as it goes: nothing of it is copied.
 */
export interface Exchange {
  readonly request: WireRequest
  readonly namespace: Namespace
  readonly requestId: string
  mock: ApiMock | undefined
  endpoint: Endpoint | undefined
  /** The account that the request names, until its credentials say which it is. */
  account: string | undefined
  liberties: readonly Liberty[]
  /** The error code that is answered. */
  code: string | undefined
  /** The rule that was broken. */
  rule: string | undefined
  /** Id of the planned fault that it met. */
  fault: string | undefined
  explanation: Explanation | undefined
}

export function createExchange(request: WireRequest, namespace: Namespace, requestId: string): Exchange {
  return {
    request,
    namespace,
    requestId,
    mock: undefined,
    endpoint: undefined,
    account: undefined,
    liberties: noLiberties,
    code: undefined,
    rule: undefined,
    fault: undefined,
    explanation: undefined,
  }
}
