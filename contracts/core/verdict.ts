import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { Outcome } from './outcome.ts'

export type Conclusion = 'conformant' | 'violations' | 'could-not-run'

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
  /** Requests that were answered. */
  readonly exchanges: number
  /** What the run made and could not remove, by name. */
  readonly leftBehind: readonly string[]
  readonly durationMs: number
  /** Why nothing could be run, where no single check can say it. */
  readonly reason?: string
}

/** Sums up what the checks found. `reason` says why some of them, or all, came to no outcome. */
export function toVerdict(
  run: Pick<Verdict, 'api' | 'baseUrl' | 'runId' | 'seed' | 'durationMs'>,
  outcomes: readonly Outcome[],
  reason?: string,
): Verdict {
  const conclusion = toConclusion(outcomes)
  return {
    ...run,
    conclusion: reason !== undefined && conclusion === 'conformant' ? 'could-not-run' : conclusion,
    counts: toCounts(outcomes),
    outcomes,
    exchanges: outcomes.reduce((sum, outcome) => sum + outcome.exchanges, 0),
    leftBehind: outcomes.flatMap((outcome) => outcome.leftBehind),
    ...(reason !== undefined && { reason }),
  }
}

/** A violation outweighs what could not run; a run in which nothing passed has shown nothing. */
function toConclusion(outcomes: readonly Outcome[]): Conclusion {
  const has = (status: Outcome['status']) => outcomes.some((outcome) => outcome.status === status)
  if (has('failed')) return 'violations'
  return has('errored') || !has('passed') ? 'could-not-run' : 'conformant'
}

function toCounts(outcomes: readonly Outcome[]): Verdict['counts'] {
  const count = (status: Outcome['status']) => outcomes.filter((outcome) => outcome.status === status).length
  return { passed: count('passed'), failed: count('failed'), errored: count('errored'), skipped: count('skipped') }
}

export function toExitCode(verdict: Pick<Verdict, 'conclusion'>): ExitCode {
  const codes = {
    conformant: exitCodes.conformant,
    violations: exitCodes.violations,
    'could-not-run': exitCodes.couldNotRun,
  }
  return codes[verdict.conclusion]
}
