import type { ApiWithQuirks } from '../../../schemas/core/api.ts'
import type { Finding } from '../assertions/expect.ts'
import { findResponseFault, isSuccess } from '../assertions/expect-response.ts'
import { type Exchange, readJson } from '../http/exchange.ts'
import { readError } from '../http/read-error.ts'

/** The finding for a success with a status that the source does not list. */
export function findStatusFault(api: ApiWithQuirks, exchange: Exchange): Finding | undefined {
  const { status } = exchange.response
  if (!isSuccess(status) || status in exchange.operation.success) return undefined
  return findResponseFault(api, exchange, undefined)
}

/** The error code of a response. Undefined for a success, and without a code. */
export function readCode({ dialect }: Pick<ApiWithQuirks, 'dialect'>, { response }: Exchange): string | undefined {
  const reading = response.status >= 400 ? readJson(response.body) : undefined
  return reading?.ok ? readError(dialect, reading.value).code : undefined
}

/**
 * The finding for an error code that the API does not have. A status for which the source lists no codes may have any.
 * Another rule reports a documented code in another case.
 */
export function findCodeFault(api: ApiWithQuirks, exchange: Exchange): Finding | undefined {
  const code = readCode(api, exchange)
  const { status } = exchange.response
  if (code === undefined || exchange.operation.errorStatuses?.includes(status)) return undefined
  const isKnown = Object.keys(api.errors).some((name) => name.toLowerCase() === code.toLowerCase())
  if (isKnown) return undefined
  return {
    expected: 'an error code that the API documents',
    actual: `the code ${code} with status ${status}`,
    symptom: { part: 'error', names: [code], problem: 'an undocumented code' },
  }
}
