import type { Explanation } from './auth/result.ts'
import type { Endpoint } from './endpoint.ts'
import type { ApiMock } from './handler.ts'
import type { Liberty } from './journal/entry.ts'
import { noLiberties } from './liberties.ts'
import type { Namespace } from './namespaces.ts'
import type { WireRequest } from './wire.ts'

/**
 * A request on its way to an answer, and what became known of it underway. One object from door to journal: it is
 * written to as it goes, and nothing in it is copied.
 */
export interface Exchange {
  readonly request: WireRequest
  readonly namespace: Namespace
  readonly requestId: string
  mock: ApiMock | undefined
  endpoint: Endpoint | undefined
  account: string | undefined
  liberties: readonly Liberty[]
  code: string | undefined
  rule: string | undefined
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
