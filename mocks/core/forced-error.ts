import { ApiError } from './api-error.ts'
import type { Endpoint } from './endpoint.ts'
import { type Preference, readPreference } from './preference.ts'
import type { WireRequest } from './wire.ts'

/**
 * The error that a request forces with `Prefer` or a query parameter. If the operation cannot return this error, the
 * result is an invalid-request error that lists the errors that can be forced. A status below 400 forces nothing.
 */
export function toForcedError(endpoint: Endpoint, request: WireRequest): ApiError | undefined {
  const preference = readPreference(request)
  if (!preference) return undefined
  if (preference.error === undefined && /^[123]\d\d$/.test(preference.status ?? '')) return undefined
  const code = toCode(endpoint, preference)
  return code === undefined
    ? toUnknownError(endpoint, preference)
    : new ApiError(code, { rule: 'the request forced this error' })
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
    message: `${operation.id} cannot return ${missing}. You can force: ${list}`,
    rule: 'a request can only force an error that the operation can return',
  })
}
