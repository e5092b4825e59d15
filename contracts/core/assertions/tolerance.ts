import type { Operation } from '../../../schemas/core/operation.ts'
import type { CoreContext } from '../context.ts'
import { type Exchange, readJson } from '../http/exchange.ts'
import { type ErrorReading, readError } from '../http/read-error.ts'
import { toEnvelopeFault, toErrorAssertion, toErrorFault } from './expect-error.ts'
import { findJsonFault, findSchemaFault } from './expect-response.ts'

/** Implementation-defined behaviour: every response that passes. The report notes which one the target returned. */
export interface Tolerance {
  /** The behaviour in words, for the report: `a field that is null in an update`. */
  readonly about: string
  /** Error codes that pass, each with the status of the catalogue. */
  readonly codes: readonly string[]
  /** Statuses that pass with a code that the catalogue does not have, because no source states the codes. */
  readonly undocumented?: readonly number[]
  /** Statuses that pass with any body. */
  readonly statuses?: readonly number[]
  /** A documented success passes, too. */
  readonly succeeds?: boolean
  /** The quirk with the interpretations of the sources. */
  readonly quirk?: string
  /** What the governing source states, where a quirk has two interpretations: the profile `documented` requires this. */
  readonly documented?: Partial<Pick<Tolerance, 'codes' | 'undocumented' | 'statuses' | 'succeeds'>>
}

type ToleranceContext = Pick<CoreContext, 'api' | 'profile' | 'expectResponse' | 'expectThat' | 'note'>

/** Expects a response that the tolerance accepts, and records which. Returns whether it was a success. */
export function expectTolerance(
  { api, profile, expectResponse, expectThat, note }: ToleranceContext,
  exchange: Exchange,
  tolerance: Tolerance,
): boolean {
  const read = profile === 'documented' ? toDocumented(tolerance, exchange.operation) : tolerance
  const { about, codes, undocumented = [], statuses = [], succeeds } = read
  const { status, body } = exchange.response
  if (succeeds && status < 300) {
    expectResponse(exchange)
    note(about, 'accepted')
    return true
  }
  // An observed code of the operation: the governing source neither requires nor excludes it.
  const isObserved = (code: string) =>
    exchange.operation.observedErrors.includes(code) && api.errors[code]?.status === status
  if (statuses.includes(status)) {
    note(about, `status ${status}`)
    return false
  }
  // A status that passes with any body makes its codes redundant.
  const needsCode = (item: number | undefined) => item === undefined || !statuses.includes(item)
  const listed = codes
    .filter((code) => needsCode(api.errors[code]?.status))
    .map((code) => `status ${api.errors[code]?.status} with ${code}`)
  const others = undocumented.filter(needsCode).map((item) => `status ${item} with an undocumented code`)
  const ways = [...(succeeds ? ['a success'] : []), ...listed, ...others, ...statuses.map((item) => `status ${item}`)]
  const expected = ways.join(' or ')
  const passing = [
    ...undocumented,
    ...statuses,
    ...(succeeds ? Object.keys(exchange.operation.success).map(Number) : []),
  ]
  const assertion = toErrorAssertion(api, codes, passing)
  const envelope = findJsonFault(exchange) ?? findSchemaFault(exchange, api.dialect.errorModel)
  const isError = [...codes.map((code) => api.errors[code]?.status), ...undocumented].includes(status)
  if (isError && envelope) {
    const assertions = [assertion, ...(envelope.assertions ?? [])]
    expectThat(false, { ...toEnvelopeFault(expected, envelope), assertions }, exchange)
    return false
  }
  const reading = readJson(body)
  const error: ErrorReading = reading.ok ? readError(api.dialect, reading.value) : { fields: [] }
  const { code } = error
  const isListed = code !== undefined && codes.includes(code) && api.errors[code]?.status === status
  const isUnstated =
    code !== undefined && (api.errors[code] === undefined || (profile === 'documented' && isObserved(code)))
  const isOpen = isUnstated && undocumented.includes(status)
  const fault = toErrorFault(api, exchange, error, codes, expected)
  expectThat(isListed || isOpen, { ...fault, assertions: [assertion] }, exchange)
  note(about, String(code))
  return false
}

/**
 * What the governing source accepts: its own interpretation, and only the codes that it lists for the operation, if
 * any.
 */
function toDocumented(tolerance: Tolerance, { errors }: Operation): Tolerance {
  const { documented, ...rest } = tolerance
  const read: Tolerance = { ...rest, ...documented }
  const listed = read.codes.filter((code) => errors.includes(code))
  return listed.length > 0 ? { ...read, codes: listed } : read
}
