import type { BaseApi } from '../../../schemas/core/api.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { encodeError } from '../encode.ts'
import type { Endpoint } from '../endpoint.ts'
import type { RequestContext } from '../request-context.ts'
import { whenDone } from '../when-done.ts'
import type { WireResponse } from '../wire.ts'
import type { InjectedFault } from './fault-options.ts'
import { returnsResponse, toFaultError } from './read-fault-options.ts'

/**
 * Applies an injected fault to a request. `runHandler` returns the response of the operation, for faults that run the
 * handler first.
 */
export function applyFault(
  fault: InjectedFault,
  endpoint: Endpoint,
  requestContext: RequestContext,
  runHandler: () => WireResponse | Promise<WireResponse>,
): WireResponse | Promise<WireResponse> {
  requestContext.faultId = fault.id
  const result = returnsResponse(fault) || fault.carriedOut ? runHandler() : undefined
  return whenDone(result, (own) => {
    const response = own && returnsResponse(fault) ? own : toErrorResponse(fault, endpoint, requestContext)
    const { connection = response.connection } = fault
    const delayMs = (fault.delayMs ?? 0) + (response.delayMs ?? 0)
    return { ...response, ...(connection && { connection }), ...(delayMs > 0 && { delayMs }) }
  })
}

/** An error in the envelope of the API. It is empty if the client gets no response. */
function toErrorResponse(
  fault: InjectedFault,
  { mock, operation }: Endpoint,
  requestContext: RequestContext,
): WireResponse {
  requestContext.rule = undefined // the client does not get the operation's own error
  if (fault.connection === 'reset' || fault.connection === 'hang') return { status: 0, headers: {}, body: undefined }
  const { api } = mock
  const { error, status: given } = toFaultError(fault)
  const code = error ?? toCode(api, operation, given)
  const known = Object.hasOwn(api.errors, code) ? api.errors[code] : undefined
  const { message = known?.message ?? code } = fault
  const status = given ?? known?.status ?? 500
  requestContext.code = code
  return encodeError(api, { status, code, message, rule: `injected ${fault.id}`, requestId: requestContext.requestId })
}

/** A code with the status: of the operation if it has one, or else of the API, or else the code of internal errors. */
function toCode({ errors, dialect }: BaseApi, { errors: listed, observedErrors }: Operation, status?: number): string {
  const codes = [...listed, ...observedErrors, ...Object.keys(errors)]
  return codes.find((code) => errors[code]?.status === status) ?? dialect.codes.internal
}
