import type { Explanation } from '../auth/result.ts'
import type { Endpoint } from '../endpoint.ts'
import type { ApiMock } from '../handler.ts'
import { type LeniencyList, noLeniencies } from '../leniency-list.ts'
import type { RequestContext } from '../request-context.ts'
import type { ConnectionFault, WireRequest, WireResponse } from '../wire.ts'
import { type TruncatedBody, truncateBody } from './logged-body.ts'

/**
 * One logged request and response. Records are created once and overwritten, because new objects for every request
 * would burden the garbage collector.
 */
export interface RequestRecord {
  /** 0 if there is no entry. */
  id: number
  /** Milliseconds since 1970. */
  time: number
  namespace: string
  account: string | undefined
  mock: ApiMock | undefined
  endpoint: Endpoint | undefined
  purpose: string | undefined
  method: string
  path: string
  query: string
  requestHeaders: WireRequest['headers']
  requestBody: string | WireRequest['body'] | TruncatedBody
  status: number
  responseHeaders: WireResponse['headers']
  responseBody: WireResponse['body'] | TruncatedBody
  delayMs: number | undefined
  connection: ConnectionFault | undefined
  code: string | undefined
  rule: string | undefined
  leniencies: LeniencyList
  faultId: string | undefined
  explanation: Explanation | undefined
}

export function createRecord(): RequestRecord {
  return {
    id: 0,
    time: 0,
    namespace: '',
    account: undefined,
    mock: undefined,
    endpoint: undefined,
    purpose: undefined,
    method: '',
    path: '',
    query: '',
    requestHeaders: {},
    requestBody: undefined,
    status: 0,
    responseHeaders: {},
    responseBody: undefined,
    delayMs: undefined,
    connection: undefined,
    code: undefined,
    rule: undefined,
    leniencies: noLeniencies,
    faultId: undefined,
    explanation: undefined,
  }
}

/** Stores a request and its response in a record. Bodies that are too large to keep are truncated. */
export function fillRecord(
  record: RequestRecord,
  id: number,
  requestContext: RequestContext,
  response: WireResponse,
  bodyBytes: number,
): void {
  const { request, namespace } = requestContext
  record.id = id
  record.time = requestContext.time
  record.namespace = namespace.name
  record.account = requestContext.account
  record.mock = requestContext.mock
  record.endpoint = requestContext.endpoint
  record.purpose = requestContext.purpose
  record.method = request.method
  record.path = request.path
  record.query = request.query
  record.requestHeaders = request.headers
  record.requestBody = truncateBody(request.body, bodyBytes, requestContext.bodyText)
  record.status = response.status
  record.responseHeaders = response.headers
  record.responseBody = truncateBody(response.body, bodyBytes)
  record.delayMs = response.delayMs
  record.connection = response.connection
  record.code = requestContext.code
  record.rule = requestContext.rule
  record.leniencies = requestContext.leniencies
  record.faultId = requestContext.faultId
  record.explanation = requestContext.explanation
}
