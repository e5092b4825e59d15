import { findContract } from '../../contracts/apis.ts'
import type { Check } from '../../contracts/core/check.ts'
import { createCheckRun } from '../../contracts/core/check-run.ts'
import type { Outcome } from '../../contracts/core/outcome.ts'
import { defaults } from '../../contracts/core/settings.ts'
import { createTarget } from '../../contracts/core/target.ts'

export interface SuiteRun {
  readonly apiId: string
  readonly baseUrl: string
  /** The checks to run; all of them unless given. */
  readonly fits?: (check: Check) => boolean
  /** Longest wait for one answer, in milliseconds. */
  readonly timeoutMs: number
}

/** Runs checks one after the other, as `verify` does, without the runner around it. */
export async function runSuite({ apiId, baseUrl, fits, timeoutMs }: SuiteRun): Promise<readonly Outcome[]> {
  const contract = findContract(apiId)
  const target = createTarget({ api: contract.api, baseUrl, timeoutMs })
  const run = createCheckRun({ contract, target, runId: 'detected', seed: defaults.seed, budgetMs: 120_000 })
  const outcomes: Outcome[] = []
  try {
    for (const check of contract.checks.filter((item) => fits?.(item) ?? true)) outcomes.push(await run.run(check))
  } finally {
    target.close()
  }
  return outcomes
}
