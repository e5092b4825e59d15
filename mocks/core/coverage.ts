import type { Endpoint } from './endpoint.ts'

/** What an operation responds with, and what it has returned so far. */
export interface OperationCoverage {
  readonly operation: string
  readonly respondedBy: 'handler' | 'examples'
  readonly calls: number
  /** Number of responses by status. */
  readonly statuses: Readonly<Record<string, number>>
  /** Number of responses by error code. */
  readonly errors: Readonly<Record<string, number>>
  /** Statuses and error codes that the page has for the operation and that were never returned. */
  readonly unseen: { readonly statuses: readonly number[]; readonly errors: readonly string[] }
  /** Error codes that are known from real servers alone, and that were never returned. */
  readonly unseenObservedErrors: readonly string[]
}

export interface ApiCoverage {
  readonly api: string
  readonly operations: number
  /** Operations that a handler returns. */
  readonly implemented: number
  /** Operations that were called at least once. */
  readonly exercised: number
  readonly detail: readonly OperationCoverage[]
}

/** Which operations have a handler and what was seen of each, per API. */
export function toCoverage(endpoints: readonly Endpoint[]): ApiCoverage[] {
  const ids = [...new Set(endpoints.map(({ mock }) => mock.api.id))]
  return ids.map((api) => {
    const detail = endpoints.filter(({ mock }) => mock.api.id === api).map(toOperationCoverage)
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
    respondedBy: handler ? 'handler' : 'examples',
    calls: seen.calls,
    statuses: Object.fromEntries(seen.statuses),
    errors: Object.fromEntries(seen.codes),
    unseen: {
      statuses: successes.filter((status) => !seen.statuses.has(status)),
      errors: operation.errors.filter(isUnseen),
    },
    unseenObservedErrors: operation.observedErrors.filter(isUnseen),
  }
}

/** Forgets what was returned so far. */
export function clearCoverage(endpoints: readonly Endpoint[]): void {
  for (const { seen } of endpoints) {
    seen.calls = 0
    seen.statuses.clear()
    seen.codes.clear()
  }
}

/** Notes one response. */
export function noteResponse({ seen }: Endpoint, status: number, code: string | undefined): void {
  seen.calls += 1
  seen.statuses.set(status, (seen.statuses.get(status) ?? 0) + 1)
  if (code !== undefined) seen.codes.set(code, (seen.codes.get(code) ?? 0) + 1)
}
