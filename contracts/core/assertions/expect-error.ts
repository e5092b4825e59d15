import type { Api } from '../../../schemas/core/api.ts'
import { toJsonSchema, toProvenanceAt } from '../../../schemas/core/json-schema.ts'
import type { Profile } from '../../settings/settings.ts'
import { type Exchange, readJson } from '../http/exchange.ts'
import { type ErrorReading, readError, toCodeFields } from '../http/read-error.ts'
import type { Symptom } from '../report/outcome.ts'
import type { Assertion } from './assertion.ts'
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
  const assertion = toErrorAssertion(api, codes)
  if (!wanted.some(({ status }) => status === response.status)) {
    return { error, fault: { ...toErrorFault(api, exchange, error, codes, expected), assertions: [assertion] } }
  }
  const envelope = findJsonFault(exchange) ?? findSchemaFault(exchange, api.dialect.errorModel)
  if (envelope) {
    const fault = toEnvelopeFault(expected, envelope)
    return { error, fault: { ...fault, assertions: [assertion, ...(envelope.assertions ?? [])] } }
  }
  if (wanted.some(({ code, status }) => code === error.code && status === response.status)) {
    return profile === 'documented' ? { error, ...findHeaderNameFault(api, error, expected) } : { error }
  }
  return { error, fault: { ...toErrorFault(api, exchange, error, codes, expected), assertions: [assertion] } }
}

/** One of these errors, or one of the other statuses. */
export function toErrorAssertion(api: Api, codes: readonly string[], others: readonly number[] = []): Assertion {
  const errors = codes.flatMap((code) => (api.errors[code] ? [{ status: api.errors[code].status, code }] : []))
  return { about: 'error', errors, fields: toCodeFields(api.dialect), others }
}

/** An error whose body is not the documented one. */
export function toEnvelopeFault(expected: string, { expected: form, actual, symptom }: Finding): Finding {
  const { names = [], problem = form } = symptom ?? {}
  return { expected: `${expected}, as ${form}`, actual, symptom: { part: 'error', names, problem }, isForm: true }
}

/** A response that is not one of the documented errors. An error that blames the client is a rejection nevertheless. */
export function toErrorFault(
  api: Api,
  exchange: Exchange,
  { code }: ErrorReading,
  codes: readonly string[],
  expected: string,
): Finding {
  const { status } = exchange.response
  const actual = toStatusText(api, exchange)
  if (status < 400) {
    return { expected, actual, symptom: { part: 'acceptance', names: [], problem: `status ${status}` } }
  }
  const isWanted = code !== undefined && codes.includes(code)
  const wanted = isWanted ? `status ${api.errors[code]?.status}` : codes.join(' or ') || expected
  const symptom: Symptom = {
    part: 'error',
    names: code === undefined ? [] : [code],
    problem: `status ${status} instead of ${wanted}`,
  }
  return { expected, actual, symptom, isForm: status < 500 }
}

/** The profile `documented` requires the code in a documented field, if the source documents the body of an error. */
function findHeaderNameFault({ dialect }: Api, { fields }: ErrorReading, expected: string): { fault?: Finding } {
  const node = toJsonSchema(dialect.errorModel)
  if (node['x-provenance'] !== undefined) return {}
  if (fields.some((field) => toProvenanceAt(node, [field]) === 'documented')) return {}
  return {
    fault: {
      expected: `${expected} in a documented field`,
      actual: `${expected} in the undocumented field ${fields.join(', ')}`,
      symptom: { part: 'error', names: fields, problem: 'the code is in an undocumented field' },
      isForm: true,
    },
  }
}
