import type { Check } from '../core/check.ts'
import { createCheckRun } from '../core/check-run.ts'
import type { Contract } from '../core/contract.ts'
import type { Fixtures } from '../core/fixtures/fixtures.ts'
import { openTarget } from '../core/http/open-target.ts'
import type { Outcome } from '../core/report/outcome.ts'
import type { ServerFault } from './fake-server.ts'

/** One fault of a server, and the checks that must fail on it. */
export interface FaultCase {
  /** What the server does wrong, in words. */
  readonly name: string
  readonly fault: ServerFault
  readonly fails: (check: Check) => boolean
}

/** The checks with one of these names, of any operation. */
export function named(...names: readonly string[]): FaultCase['fails'] {
  return ({ name }) => names.includes(name)
}

/** The checks of an operation with these names. */
export function fitting(operation: string, pattern: RegExp): FaultCase['fails'] {
  return (check) => check.operation === operation && pattern.test(check.name)
}

interface Running {
  readonly baseUrl: string
  readonly close: () => Promise<void>
}

/** Runs the selected checks against a new fake, and returns their outcomes. */
export async function runOn(
  contract: Contract,
  fake: Running,
  supplied: Fixtures,
  fits: (check: Check) => boolean,
): Promise<readonly Outcome[]> {
  const target = openTarget(contract, { baseUrl: fake.baseUrl, timeoutMs: 2000 })
  const run = createCheckRun({ contract, target, runId: 'test', seed: 'test', budgetMs: 120_000, supplied })
  const outcomes: Outcome[] = []
  for (const check of contract.checks.filter(fits)) outcomes.push(await run.run(check))
  target.close()
  await fake.close()
  return outcomes
}
