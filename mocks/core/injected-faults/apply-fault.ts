import type { Api } from '../../../schemas/core/api.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { encodeError } from '../encode.ts'
import type { Endpoint } from '../endpoint.ts'
import type { RequestContext } from '../request-context.ts'
import type { WireResponse } from '../wire.ts'
import type { InjectedFault } from './fault-plan.ts'
import { returnsResponse } from './read-plan.ts'

/**
 * Returns a request as its injected fault has it. `carryOut` gives the operation's own response, for faults that come
 * after it.
 */
export function applyFault(
  apiError: InjectedFault,
  endpoint: Endpoint,
  requestContext: RequestContext,
  carryOut: () => WireResponse,
): WireResponse {
  requestContext.apiError = apiError.id
  const own = returnsResponse(apiError) || apiError.carriedOut ? carryOut() : undefined
  const result = own && returnsResponse(apiError) ? own : toErrorResult(apiError, endpoint, requestContext)
  const { transport = result.apiError } = apiError
  const delayMs = (apiError.delayMs ?? 0) + (result.delayMs ?? 0)
  return { ...result, ...(transport && { apiError: transport }), ...(delayMs > 0 && { delayMs }) }
}

/** An error in the API's own envelope; nothing where nothing is returned. */
function toErrorResult(
  apiError: InjectedFault,
  { mock, operation, citation }: Endpoint,
  requestContext: RequestContext,
): WireResponse {
  requestContext.rule = `${citation}; planned as ${apiError.id}`
  if (apiError.transport === 'reset' || apiError.transport === 'hang')
    return { status: 0, headers: {}, body: undefined }
  const { api } = mock
  const code = apiError.code ?? toCode(api, operation, apiError.status)
  const known = Object.hasOwn(api.errors, code) ? api.errors[code] : undefined
  const { status = known?.status ?? 500, message = known?.message ?? code } = apiError
  requestContext.code = code
  return encodeError(api, { status, code, message, rule: requestContext.rule, requestId: requestContext.requestId })
}

/** A code that goes with a status: of the operation where it has one, else of the API, else that of internal errors. */
function toCode({ errors, dialect }: Api, { errors: listed, observedErrors }: Operation, status?: number): string {
  const codes = [...listed, ...observedErrors, ...Object.keys(errors)]
  return codes.find((code) => errors[code]?.status === status) ?? dialect.codes.internal
}
