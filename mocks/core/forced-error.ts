import type { Endpoint } from './endpoint.ts'
import { ApiError } from './api-error.ts'
import { type Preference, readPreference } from './preference.ts'
import type { WireRequest } from './wire.ts'

/**
 * The error that a request asks for, where the operation has it. Asking for one that it has not is an invalid request:
 * the fault says what can be asked for. A status below 400 asks for nothing that would not be returned anyway.
 */
export function toForcedError(endpoint: Endpoint, request: WireRequest): ApiError | undefined {
  const preference = readPreference(request)
  if (!preference) return undefined
  if (preference.error === undefined && /^[123]\d\d$/.test(preference.status ?? '')) return undefined
  const code = toCode(endpoint, preference)
  return code === undefined
    ? toUnknownError(endpoint, preference)
    : new ApiError(code, { rule: 'forced by the request' })
}

function toCode({ operation, mock }: Endpoint, { error, status, example }: Preference): string | undefined {
  const codes = [...operation.errors, ...operation.observedErrors]
  if (error !== undefined) return codes.find((code) => code === error)
  const withStatus = codes.filter((code) => String(mock.api.errors[code]?.status) === status)
  return withStatus.find((code) => code === example) ?? withStatus[0]
}

function toUnknownError({ operation, mock }: Endpoint, { error, status }: Preference): ApiError {
  const { errors, dialect } = mock.api
  const known = [...operation.errors, ...operation.observedErrors]
  const list = known.map((code) => `${code} (${errors[code]?.status})`).join(', ')
  const missing = error === undefined ? `an error with status ${status}` : `the error ${error}`
  return new ApiError(dialect.codes.invalid, {
    message: `${operation.id} has not ${missing}. What can be asked for: ${list}`,
    rule: 'only errors that the operation has can be forced',
  })
}
