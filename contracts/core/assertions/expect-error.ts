import type { Api } from '../../../schemas/core/api.ts'
import { toJsonSchema, toProvenanceAt } from '../../../schemas/core/json-schema.ts'
import type { Profile } from '../../settings/settings.ts'
import { type Exchange, readJson } from '../http/exchange.ts'
import { type ErrorReading, readError } from '../http/read-error.ts'
import type { Finding } from './expect.ts'
import { findJsonFault, findSchemaFault, toStatusText } from './expect-response.ts'

/** How an error differs from the documented errors, and the fields that contain its code. */
export interface ErrorComparison {
  readonly fault?: Finding
  readonly error: ErrorReading
}

/**
 * Compares a response with the documented errors: one of `codes`, with the status of that code, in the error body of
 * the dialect. A code that the operation does not list is a defect of the check.
 */
export function compareError(
  api: Api,
  exchange: Exchange,
  codes: readonly string[],
  profile: Profile = 'observed',
): ErrorComparison {
  const { operation, response } = exchange
  const wanted = codes.map((code) => {
    const entry = api.errors[code]
    const isNamed = operation.errors.includes(code) || operation.observedErrors.includes(code)
    if (!entry || !isNamed) throw new TypeError(`${operation.id} does not list the error code ${code}`)
    return { code, status: entry.status }
  })
  const reading = readJson(response.body)
  const error: ErrorReading = reading.ok ? readError(api.dialect, reading.value) : { fields: [] }
  const expected = wanted.map(({ code, status }) => `status ${status} with ${code}`).join(' or ')
  if (!wanted.some(({ status }) => status === response.status)) {
    return { error, fault: { expected, actual: toStatusText(api, exchange) } }
  }
  const envelope = findJsonFault(exchange) ?? findSchemaFault(exchange, api.dialect.errorModel)
  if (envelope) {
    return { error, fault: { expected: `${expected}, as ${envelope.expected}`, actual: envelope.actual } }
  }
  if (wanted.some(({ code, status }) => code === error.code && status === response.status)) {
    return profile === 'documented' ? { error, ...findHeaderNameFault(api, error, expected) } : { error }
  }
  return { error, fault: { expected, actual: toStatusText(api, exchange) } }
}

/** The profile `documented` requires the code in a documented field. */
function findHeaderNameFault({ dialect }: Api, { fields }: ErrorReading, expected: string): { fault?: Finding } {
  const node = toJsonSchema(dialect.errorModel)
  if (fields.some((field) => toProvenanceAt(node, [field]) === 'documented')) return {}
  return {
    fault: {
      expected: `${expected} in a documented field`,
      actual: `${expected} in the undocumented field ${fields.join(', ')}`,
    },
  }
}
