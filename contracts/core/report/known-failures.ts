import type { CheckRef, Outcome } from './outcome.ts'

/** A violation that is known and accepted for now, with the reason that a reviewer reads. */
export interface KnownFailure {
  /** The check's id: `CreateFunction › duplicate-name-is-rejected`. */
  readonly check: string
  readonly reason: string
}

/**
 * What became of it: `failing` as expected; `passing` and `unknown`, for a check that does not exist, are to be taken
 * out of the file; `not-run` was not asked, or came to no verdict.
 */
export interface KnownFailureResult extends KnownFailure {
  readonly state: 'failing' | 'passing' | 'not-run' | 'unknown'
}

/** Compares the known failures with all checks of the API and with what those that ran came to. */
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
