import { findContract } from '../../contracts/apis.ts'
import type { Check } from '../../contracts/core/check.ts'
import { createCheckRun } from '../../contracts/core/check-run.ts'
import type { Outcome } from '../../contracts/core/outcome.ts'
import { defaults } from '../../contracts/core/settings.ts'
import { createTarget } from '../../contracts/core/target.ts'

/** Whether enough is known. */
export type Stop = (outcomes: readonly Outcome[]) => boolean

export interface SuiteRun {
  readonly apiId: string
  readonly baseUrl: string
  /** The checks to run; all of them unless given. */
  readonly fits?: (check: Check) => boolean
  /** Asked after each check. */
  readonly stop?: Stop
}

/** Long enough for a busy machine, short enough for the mutants that never answer. */
const timeoutMs = 5000

/** Runs checks one after the other, as `verify` does, without the runner around it. */
export async function runSuite({ apiId, baseUrl, fits, stop }: SuiteRun): Promise<readonly Outcome[]> {
  const contract = findContract(apiId)
  const target = createTarget({ api: contract.api, baseUrl, timeoutMs })
  const run = createCheckRun({ contract, target, runId: 'detected', seed: defaults.seed, budgetMs: 300_000 })
  const outcomes: Outcome[] = []
  try {
    for (const check of contract.checks.filter((item) => fits?.(item) ?? true)) {
      const outcome = await run.run(check)
      outcomes.push(outcome)
      if (outcome.status === 'failed' && stop?.(outcomes)) break
    }
  } finally {
    target.close()
  }
  return outcomes
}
