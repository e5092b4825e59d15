import type { Check } from '../../contracts/core/check.ts'
import type { Judgement } from '../../contracts/core/judge/judgement.ts'
import type { Outcome } from '../../contracts/core/report/outcome.ts'
import type { Mutant } from '../../contracts/mutants/mutant.ts'
import { runSuite, type Stop } from './run-suite.ts'

/** Whether and how the suite detected a mutant. */
export interface Detection extends Pick<Mutant, 'id' | 'operator' | 'kind' | 'operation' | 'what' | 'profile'> {
  /** The first check that failed with a violation that names the broken operation. Absent if there is none. */
  readonly detectedBy?: string
  /** Ids of the failed checks, with the operation of the violation if it differs. */
  readonly failed: readonly string[]
  readonly requests: number
  readonly ms: number
}

/**
 * Runs the checks of the broken operation, then the rest of the suite, until a check fails that passes on the
 * conforming server and whose violation names the broken operation.
 */
export async function detect(apiId: string, mutant: Mutant, known: ReadonlySet<string>): Promise<Detection> {
  const start = performance.now()
  const { id, operator, kind, operation, what, profile, wrap, auth } = mutant
  const named = [operation, ...mutant.alsoNamed]
  const isNear = (check: Check) => named.includes(check.operation)
  const stop: Stop = (outcomes, judgements) =>
    findFailures(outcomes, judgements, known).some(({ blamed }) => named.includes(blamed))
  const failures: Failure[] = []
  let requests = 0
  for (const fits of [isNear, (check: Check) => !isNear(check)]) {
    const run = await runSuite({ apiId, wrap, auth, fits, stop })
    requests += run.requests
    failures.push(...findFailures(run.outcomes, run.judgements, known))
    if (stop(run.outcomes, run.judgements)) break
  }
  const found = failures.find(({ blamed }) => named.includes(blamed))
  return {
    ...{ id, operator, kind, operation, what, profile },
    ...(found && { detectedBy: found.check }),
    failed: failures.map(({ check, blamed }) => (check.startsWith(`${blamed} `) ? check : `${check} (${blamed})`)),
    requests,
    ms: Math.round(performance.now() - start),
  }
}

interface Failure {
  readonly check: string
  readonly blamed: string
}

function findFailures(
  outcomes: readonly Outcome[],
  judgements: readonly Judgement[],
  known: ReadonlySet<string>,
): Failure[] {
  const failed = outcomes.flatMap((outcome) =>
    outcome.status === 'failed' ? [{ check: outcome.check.id, blamed: outcome.violation.operation }] : [],
  )
  const judged = judgements.map(({ operation, rule }) => ({ check: `${operation} › ${rule}`, blamed: operation }))
  return [...failed, ...judged].filter(({ check }) => !known.has(check))
}
