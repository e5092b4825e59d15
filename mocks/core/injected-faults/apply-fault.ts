import type { Api } from '../../../schemas/core/api.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { encodeError } from '../encode.ts'
import type { Endpoint } from '../endpoint.ts'
import type { Exchange } from '../request-context.ts'
import type { WireResult } from '../wire.ts'
import type { PlannedFault } from './fault-plan.ts'
import { isAnswered } from './read-plan.ts'

/**
 * Answers a request as its planned fault has it. `carryOut` gives the operation's own answer, for faults that come
 * after it.
 */
export function befall(
  fault: PlannedFault,
  endpoint: Endpoint,
  exchange: Exchange,
  carryOut: () => WireResult,
): WireResult {
  exchange.fault = fault.id
  const own = isAnswered(fault) || fault.carriedOut ? carryOut() : undefined
  const result = own && isAnswered(fault) ? own : toErrorResult(fault, endpoint, exchange)
  const { transport = result.fault } = fault
  const delayMs = (fault.delayMs ?? 0) + (result.delayMs ?? 0)
  return { ...result, ...(transport && { fault: transport }), ...(delayMs > 0 && { delayMs }) }
}

/** An error in the API's own envelope; nothing where nothing is answered. */
function toErrorResult(fault: PlannedFault, { mock, operation, citation }: Endpoint, exchange: Exchange): WireResult {
  exchange.rule = `${citation}; planned as ${fault.id}`
  if (fault.transport === 'reset' || fault.transport === 'hang') return { status: 0, headers: {}, body: undefined }
  const { api } = mock
  const code = fault.code ?? toCode(api, operation, fault.status)
  const known = Object.hasOwn(api.errors, code) ? api.errors[code] : undefined
  const { status = known?.status ?? 500, message = known?.message ?? code } = fault
  exchange.code = code
  return encodeError(api, { status, code, message, rule: exchange.rule, requestId: exchange.requestId })
}

/** A code that goes with a status: of the operation where it has one, else of the API, else that of internal errors. */
function toCode({ errors, dialect }: Api, { errors: listed, observedErrors }: Operation, status?: number): string {
  const codes = [...listed, ...observedErrors, ...Object.keys(errors)]
  return codes.find((code) => errors[code]?.status === status) ?? dialect.codes.internal
}
