import type { CheckRef, Outcome } from './outcome.ts'

/** A known violation that is accepted for now, with a reason for reviewers. */
export interface KnownFailure {
  /** The id of the check: `CreateFunction › duplicate-name-is-rejected`. */
  readonly check: string
  readonly reason: string
}

/**
 * The state of a known failure. `failing`: as expected. `passing`: remove it from the file. `unknown`: the check does not
 * exist, remove it from the file. `not-run`: the check was not selected, or has no verdict.
 */
export interface KnownFailureResult extends KnownFailure {
  readonly state: 'failing' | 'passing' | 'not-run' | 'unknown'
}

/** Compares the known failures with all checks of the API and with the outcomes. */
export function judgeKnownFailures(
  known: readonly KnownFailure[],
  checks: readonly Pick<CheckRef, 'id'>[],
  outcomes: readonly Outcome[],
): readonly KnownFailureResult[] {
  const toState = (id: string): KnownFailureResult['state'] => {
    if (!checks.some((check) => check.id === id)) return 'unknown'
    const outcome = outcomes.find(({ check }) => check.id === id)
    if (outcome?.status === 'failed') return 'failing'
    return outcome?.status === 'passed' ? 'passing' : 'not-run'
  }
  return known.map((failure) => ({ ...failure, state: toState(failure.check) }))
}
