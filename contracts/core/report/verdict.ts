import type { LinkedSource } from '../../../schemas/core/clause-links.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { KnownFailureResult } from './known-failures.ts'
import type { Outcome } from './outcome.ts'

/** `stale-known-failures`: the target conforms, but the file of known failures lists a check that passes. */
export type Conclusion = 'conformant' | 'violations' | 'could-not-run' | 'stale-known-failures'

/** The result of a run, as plain JSON. Every report is made from it. */
export interface Verdict {
  readonly api: string
  /** The sources that clauses cite. */
  readonly sources: readonly LinkedSource[]
  readonly baseUrl: string
  readonly runId: string
  /** Another run with this seed uses the same values. */
  readonly seed: string
  readonly conclusion: Conclusion
  readonly counts: Readonly<Record<Outcome['status'], number>>
  readonly outcomes: readonly Outcome[]
  /** Number of requests that got a response. */
  readonly exchanges: number
  /** Names of the resources that the run created and could not remove. */
  readonly leftBehind: readonly string[]
  readonly durationMs: number
  /** The state of each known failure. */
  readonly knownFailures: readonly KnownFailureResult[]
  /** Features that the target probably does not have. Present if there are any. */
  readonly missingFeatures?: readonly string[]
  /** The operations that the checks called, also as set-up. */
  readonly called?: readonly string[]
  /** The command that repeats the run, if it is another one than `verify`. It repeats all checks. */
  readonly command?: string
  /** Why the run is incomplete, if the reason concerns more than one check. */
  readonly reason?: string
}

/** Sums up the outcomes. `reason` says why checks have no outcome. */
export function toVerdict(
  run: Pick<Verdict, 'api' | 'sources' | 'baseUrl' | 'runId' | 'seed' | 'durationMs'>,
  outcomes: readonly Outcome[],
  reason?: string,
  knownFailures: readonly KnownFailureResult[] = [],
): Verdict {
  return {
    ...run,
    conclusion: toConclusion(outcomes, knownFailures, reason !== undefined),
    counts: toCounts(outcomes),
    outcomes,
    exchanges: outcomes.reduce((sum, outcome) => sum + outcome.exchanges, 0),
    leftBehind: outcomes.flatMap((outcome) => outcome.leftBehind),
    knownFailures,
    ...(reason !== undefined && { reason }),
  }
}

/**
 * A violation counts more than a check that could not run. A run without a passed or failed check has no verdict. A known
 * failure excuses a violation and nothing else. A known failure that is out of date counts like a violation.
 */
function toConclusion(
  outcomes: readonly Outcome[],
  knownFailures: readonly KnownFailureResult[],
  isPartial: boolean,
): Conclusion {
  const known = new Set(knownFailures.filter(({ state }) => state === 'failing').map(({ check }) => check))
  const has = (status: Outcome['status']) => outcomes.some((outcome) => outcome.status === status)
  if (outcomes.some(({ status, check }) => status === 'failed' && !known.has(check.id))) return 'violations'
  if (knownFailures.some(({ state }) => state === 'passing' || state === 'unknown')) return 'stale-known-failures'
  if (isPartial || has('errored')) return 'could-not-run'
  return has('passed') || has('failed') ? 'conformant' : 'could-not-run'
}

function toCounts(outcomes: readonly Outcome[]): Verdict['counts'] {
  const count = (status: Outcome['status']) => outcomes.filter((outcome) => outcome.status === status).length
  return { passed: count('passed'), failed: count('failed'), errored: count('errored'), skipped: count('skipped') }
}

export function toExitCode(verdict: Pick<Verdict, 'conclusion'>): ExitCode {
  const codes = {
    conformant: exitCodes.conformant,
    violations: exitCodes.violations,
    'stale-known-failures': exitCodes.violations,
    'could-not-run': exitCodes.couldNotRun,
  }
  return codes[verdict.conclusion]
}
