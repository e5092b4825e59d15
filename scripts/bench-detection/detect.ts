import type { Check } from '../../contracts/core/check.ts'
import type { Outcome } from '../../contracts/core/report/outcome.ts'
import type { Mutant } from '../../contracts/mutants/mutant.ts'
import { runSuite, type Stop } from './run-suite.ts'

/** How the suite detected a mutant. */
export interface Detection {
  readonly id: string
  readonly line: string
  readonly operation: string
  readonly what: string
  /** A check failed that passes on the conforming server, and its violation names the broken operation. */
  readonly isDetected: boolean
  /** Expected checks that did not fail. */
  readonly lacking: readonly string[]
  /** Ids of the failed checks, with the operation of the violation if it differs. */
  readonly failed: readonly string[]
  /** The checks that were run: the expected ones, all checks of the operation, or the whole suite. */
  readonly ran: 'expected' | 'operation' | 'suite'
  readonly requests: number
  readonly ms: number
}

/**
 * Runs the checks that must detect a mutant. If they do not, runs all checks of its operation, then the whole suite.
 * Each step includes the checks of the previous step, so that the whole suite detects whatever one step detects.
 */
export async function detect(apiId: string, mutant: Mutant, known: ReadonlySet<string>): Promise<Detection> {
  const start = performance.now()
  const { id, line, operation, what } = mutant
  const named = [operation, ...(mutant.alsoNamed ?? [])]
  const isExpected = (check: Check) => mutant.caughtBy.some((expected) => fits(expected, mutant, check))
  const isNear = (check: Check) => named.includes(check.operation) || isExpected(check)
  const steps = [
    ['expected', isExpected],
    ['operation', isNear],
    ['suite', () => true],
  ] as const
  let requests = 0
  let found: Pick<Detection, 'ran' | 'isDetected' | 'lacking' | 'failed'> | undefined
  for (const [ran, isIn] of steps) {
    const stop: Stop = (outcomes) => isCaught(judge(mutant, named, outcomes, known))
    const { wrap, auth } = mutant
    const run = await runSuite({ apiId, wrap, auth, fits: isIn, stop })
    requests += run.requests
    found = { ran, ...judge(mutant, named, run.outcomes, known) }
    if (isCaught(found)) break
  }
  if (!found) throw new Error('no step was run')
  return { id, line, operation, what, ...found, requests, ms: Math.round(performance.now() - start) }
}

function isCaught({ isDetected, lacking }: Pick<Detection, 'isDetected' | 'lacking'>): boolean {
  return isDetected && lacking.length === 0
}

function judge(mutant: Mutant, named: readonly string[], outcomes: readonly Outcome[], known: ReadonlySet<string>) {
  const failures = outcomes.flatMap((outcome) =>
    outcome.status === 'failed' && !known.has(outcome.check.id)
      ? [{ check: outcome.check, blamed: outcome.violation.operation }]
      : [],
  )
  return {
    isDetected: failures.some(({ blamed }) => named.includes(blamed)),
    lacking: mutant.caughtBy
      .filter((expected) => !failures.some(({ check }) => fits(expected, mutant, check)))
      .map(String),
    failed: failures.map(({ check, blamed }) => (check.operation === blamed ? check.id : `${check.id} (${blamed})`)),
  }
}

/** Whether an expectation of the mutant matches a check. */
function fits(
  expected: string | RegExp,
  { operation, alsoNamed = [] }: Pick<Mutant, 'operation' | 'alsoNamed'>,
  check: Pick<Check, 'id' | 'name' | 'operation'>,
): boolean {
  if (typeof expected === 'string') {
    return check.id === expected || (check.operation === operation && check.name === expected)
  }
  return [operation, ...alsoNamed].includes(check.operation) && expected.test(check.id)
}
