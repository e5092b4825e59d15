import type { Explanation } from './auth/result.ts'
import type { Endpoint } from './endpoint.ts'
import type { ApiMock } from './handler.ts'
import { type LeniencyList, noLeniencies } from './leniency-list.ts'
import type { Namespace } from './namespaces.ts'
import type { WireRequest } from './wire.ts'

/**
 * A request on its way to a response, and what became known of it underway. One object from adapter to request log, written to
 * as it goes: nothing of it is copied.
 */
export interface RequestContext {
  readonly request: WireRequest
  readonly namespace: Namespace
  readonly requestId: string
  /** The time of the namespace's clock at the start. In milliseconds since 1970. */
  readonly time: number
  mock: ApiMock | undefined
  endpoint: Endpoint | undefined
  /** What the request is for if it belongs to no operation, such as `code download`. */
  purpose: string | undefined
  /** The account that the request names, until its credentials say which it is. */
  account: string | undefined
  /** The decoded JSON body, if it is ASCII. Then the text has the same length as the bytes. */
  bodyText: string | undefined
  leniencies: LeniencyList
  /** The error code that is returned. */
  code: string | undefined
  /** The rule that was broken. */
  rule: string | undefined
  /** Id of the injected fault that it met. */
  faultId: string | undefined
  explanation: Explanation | undefined
}

export function createRequestContext(request: WireRequest, namespace: Namespace, requestId: string): RequestContext {
  return {
    request,
    namespace,
    requestId,
    time: namespace.clock.now(),
    mock: undefined,
    endpoint: undefined,
    purpose: undefined,
    account: undefined,
    bodyText: undefined,
    leniencies: noLeniencies,
    code: undefined,
    rule: undefined,
    faultId: undefined,
    explanation: undefined,
  }
}
