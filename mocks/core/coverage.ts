import type { Mark, Provenance } from '../../schemas/core/provenance.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import type { Endpoint } from './endpoint.ts'

/** The responses that an operation can return, and those that it has returned. */
export interface OperationCoverage {
  readonly operation: string
  /** Where the operation comes from. */
  readonly provenance: Provenance
  readonly respondedBy: 'handler' | 'examples'
  readonly calls: number
  /** Number of responses by status. */
  readonly statuses: Readonly<Record<string, number>>
  /** Number of responses by error code. */
  readonly errors: Readonly<Record<string, number>>
  /** Statuses of successes, and error codes of the operation, that were never returned. */
  readonly unseen: { readonly statuses: readonly number[]; readonly errors: readonly string[] }
  /** Error codes that are only observed on real servers, and that were never returned. */
  readonly unseenObservedErrors: readonly string[]
  /** Where statuses and error codes come from. Those that the governing source documents are absent. */
  readonly marks: Readonly<Record<string, Mark>>
}

export interface ApiCoverage {
  readonly api: string
  readonly operations: number
  /** Operations that have a handler. */
  readonly implemented: number
  /** Operations that were called at least once. */
  readonly exercised: number
  readonly detail: readonly OperationCoverage[]
}

/** For each API: which operations have a handler, and which responses they have returned. By path. */
export function toCoverage(endpoints: readonly Endpoint[]): ApiCoverage[] {
  const ids = [...new Set(endpoints.map(({ mock }) => mock.api.id))]
  return ids.map((api) => {
    const detail = endpoints
      .filter(({ mock }) => mock.api.id === api)
      .sort((a, b) => a.operation.path.localeCompare(b.operation.path, 'en'))
      .map(toOperationCoverage)
    return {
      api,
      operations: detail.length,
      implemented: detail.filter(({ respondedBy }) => respondedBy === 'handler').length,
      exercised: detail.filter(({ calls }) => calls > 0).length,
      detail,
    }
  })
}

function toOperationCoverage({ operation, handler, seen }: Endpoint): OperationCoverage {
  const isUnseen = (code: string) => !seen.codes.has(code)
  const successes = Object.keys(operation.success).map(Number)
  return {
    operation: operation.id,
    provenance: operation.provenance ?? 'documented',
    respondedBy: handler ? 'handler' : 'examples',
    calls: seen.calls,
    statuses: Object.fromEntries(seen.statuses),
    errors: Object.fromEntries(seen.codes),
    unseen: {
      statuses: successes.filter((status) => !seen.statuses.has(status)),
      errors: operation.errors.filter(isUnseen),
    },
    unseenObservedErrors: operation.observedErrors.filter(isUnseen),
    marks: toMarks(operation),
  }
}

function toMarks({ success, errors, observedErrors, provenance }: Operation): Record<string, Mark> {
  const given = [
    ...Object.entries(success).map(([status, response]) => [status, response.provenance ?? provenance] as const),
    ...errors.map((code) => [code, provenance] as const),
    ...observedErrors.map((code) => [code, 'observed'] as const),
  ]
  return Object.fromEntries(given.flatMap(([name, mark]) => (mark ? [[name, mark]] : [])))
}

/** Resets all counts. */
export function clearCoverage(endpoints: readonly Endpoint[]): void {
  for (const { seen } of endpoints) {
    seen.calls = 0
    seen.statuses.clear()
    seen.codes.clear()
  }
}

/** Counts one response. */
export function noteResponse({ seen }: Endpoint, status: number, code: string | undefined): void {
  seen.calls += 1
  seen.statuses.set(status, (seen.statuses.get(status) ?? 0) + 1)
  if (code !== undefined) seen.codes.set(code, (seen.codes.get(code) ?? 0) + 1)
}
