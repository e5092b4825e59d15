import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { KnownFailureResult } from './known-failures.ts'
import type { Outcome } from './outcome.ts'

/** `stale-known-failures`: the target keeps its promises, but the file of known failures says otherwise. */
export type Conclusion = 'conformant' | 'violations' | 'could-not-run' | 'stale-known-failures'

/** What a run found, as plain JSON: the one model of every report. */
export interface Verdict {
  readonly api: string
  readonly baseUrl: string
  readonly runId: string
  /** Give it to another run and that run invents the same values. */
  readonly seed: string
  readonly conclusion: Conclusion
  readonly counts: Readonly<Record<Outcome['status'], number>>
  readonly outcomes: readonly Outcome[]
  /** Requests that were returned. */
  readonly exchanges: number
  /** What the run made and could not remove, by name. */
  readonly leftBehind: readonly string[]
  readonly durationMs: number
  /** What became of the failures that were known before. */
  readonly knownFailures: readonly KnownFailureResult[]
  /** Why nothing could be run, where no single check can say it. */
  readonly reason?: string
}

/** Sums up what the checks found. `reason` says why some of them, or all, came to no outcome. */
export function toVerdict(
  run: Pick<Verdict, 'api' | 'baseUrl' | 'runId' | 'seed' | 'durationMs'>,
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
 * A violation outweighs what could not run; a run in which nothing was shown has no verdict. A known failure excuses a
 * violation and nothing else, and one that is out of date is as red as a violation.
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
