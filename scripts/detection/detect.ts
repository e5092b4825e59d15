import type { Check } from '../../contracts/core/check.ts'
import type { Judgement } from '../../contracts/core/judge/judgement.ts'
import type { Outcome } from '../../contracts/core/report/outcome.ts'
import type { Mutant, Wrap } from '../../contracts/mutants/mutant.ts'
import { runSuite, type Stop } from './run-suite.ts'
import { hasEffect, type Recorded } from './traffic.ts'

/** Whether and how the suite detected a mutant. */
export interface Detection extends Pick<Mutant, 'id' | 'operator' | 'kind' | 'operation' | 'what' | 'profile'> {
  /** The first check that failed with a violation that names the broken operation. Absent if there is none. */
  readonly detectedBy?: string
  /** The mutant changes responses, and the emulator returns no such response in the whole suite. */
  readonly hasNoEffect?: true
  /** Ids of the failed checks, with the operation of the violation if it differs. */
  readonly failed: readonly string[]
  /** The exception of a mutant that failed. Such a mutant does not count as detected. */
  readonly defect?: string
  readonly requests: number
  readonly ms: number
}

/** What the suite found on the conforming server. */
export interface Baseline {
  readonly traffic: readonly Recorded[]
  /** The failed checks. They do not count. */
  readonly known: ReadonlySet<string>
}

/**
 * Runs the checks of the broken operation, then the rest of the suite, until a check fails that passes on the
 * conforming server and whose violation names the broken operation.
 */
export async function detect(apiId: string, mutant: Mutant, { traffic, known }: Baseline): Promise<Detection> {
  const start = performance.now()
  const { id, operator, kind, operation, what, profile, auth } = mutant
  const { wrap, defects } = watchDefects(mutant)
  const named = [operation, ...mutant.alsoNamed]
  const isNear = (check: Check) => named.includes(check.operation)
  const stop: Stop = (outcomes, judgements) =>
    defects.length > 0 || findFailures(outcomes, judgements, known).some(({ blamed }) => named.includes(blamed))
  const failures: Failure[] = []
  let requests = 0
  const isEffective = await hasEffect(mutant, traffic)
  for (const fits of isEffective ? [isNear, (check: Check) => !isNear(check)] : []) {
    const run = await runSuite({ apiId, wrap, auth, fits, stop })
    requests += run.requests
    failures.push(...findFailures(run.outcomes, run.judgements, known))
    if (stop(run.outcomes, run.judgements)) break
  }
  const [defect] = defects
  const found = defect === undefined ? failures.find(({ blamed }) => named.includes(blamed)) : undefined
  return {
    ...{ id, operator, kind, operation, what, profile },
    ...(found && { detectedBy: found.check }),
    ...(!isEffective && { hasNoEffect: true }),
    ...(defect !== undefined && { defect }),
    failed: failures.map(({ check, blamed }) => (check.startsWith(`${blamed} `) ? check : `${check} (${blamed})`)),
    requests,
    ms: Math.round(performance.now() - start),
  }
}

/** Records every exception of a mutant. A mutant that fails is a defect of its operator and says nothing about the suite. */
export function watchDefects({ id, wrap }: Pick<Mutant, 'id' | 'wrap'>) {
  const defects: string[] = []
  const watched: Wrap = (server) => {
    const wrapped = wrap(server)
    return async (request) => {
      try {
        return await wrapped(request)
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        defects.push(`the mutant ${id} failed at ${request.method} ${request.url}: ${reason}`)
        throw new Error(defects.at(-1), { cause: error })
      }
    }
  }
  return { wrap: watched, defects }
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
