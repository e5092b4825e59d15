import type { Explanation } from '../auth/result.ts'
import type { Endpoint } from '../endpoint.ts'
import type { RequestContext } from '../request-context.ts'
import type { ApiMock } from '../handler.ts'
import { noLeniencies } from '../leniencies.ts'
import type { ConnectionFault, WireRequest, WireResponse } from '../wire.ts'
import type { Leniency } from './entry.ts'
import { type CutBody, cutBody } from './kept-body.ts'

/**
 * What the request log keeps of one exchange. Slots are made once and written over, so that an exchange costs no object of
 * its own that lives for the next thousand.
 */
export interface Slot {
  /** 0 where there is no entry. */
  id: number
  /** Milliseconds since 1970. */
  time: number
  namespace: string
  account: string | undefined
  mock: ApiMock | undefined
  endpoint: Endpoint | undefined
  method: string
  path: string
  query: string
  requestHeaders: WireRequest['headers']
  requestBody: WireRequest['body'] | CutBody
  status: number
  responseHeaders: WireResponse['headers']
  responseBody: WireResponse['body'] | CutBody
  delayMs: number | undefined
  transport: ConnectionFault | undefined
  code: string | undefined
  rule: string | undefined
  leniencies: readonly Leniency[]
  apiError: string | undefined
  explanation: Explanation | undefined
}

export function emptySlot(): Slot {
  return {
    id: 0,
    time: 0,
    namespace: '',
    account: undefined,
    mock: undefined,
    endpoint: undefined,
    method: '',
    path: '',
    query: '',
    requestHeaders: {},
    requestBody: undefined,
    status: 0,
    responseHeaders: {},
    responseBody: undefined,
    delayMs: undefined,
    transport: undefined,
    code: undefined,
    rule: undefined,
    leniencies: noLeniencies,
    apiError: undefined,
    explanation: undefined,
  }
}

/** Puts an exchange into a slot: references, but for bodies that are too large to be held. */
export function fillSlot(
  slot: Slot,
  id: number,
  requestContext: RequestContext,
  result: WireResponse,
  bodyBytes: number,
): void {
  const { request, namespace } = requestContext
  slot.id = id
  slot.time = namespace.clock.now()
  slot.namespace = namespace.name
  slot.account = requestContext.account
  slot.mock = requestContext.mock
  slot.endpoint = requestContext.endpoint
  slot.method = request.method
  slot.path = request.path
  slot.query = request.query
  slot.requestHeaders = request.headers
  slot.requestBody = cutBody(request.body, bodyBytes)
  slot.status = result.status
  slot.responseHeaders = result.headers
  slot.responseBody = cutBody(result.body, bodyBytes)
  slot.delayMs = result.delayMs
  slot.transport = result.apiError
  slot.code = requestContext.code
  slot.rule = requestContext.rule
  slot.leniencies = requestContext.leniencies
  slot.apiError = requestContext.apiError
  slot.explanation = requestContext.explanation
}
