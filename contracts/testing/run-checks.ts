import { createCheckRun } from '../core/check-run.ts'
import type { Contract } from '../core/contract.ts'
import type { Outcome } from '../core/outcome.ts'
import { createTarget } from '../core/target.ts'
import { type FakeFault, startFakeFc } from './fake-fc.ts'

/** Runs the checks whose ids fit, against a fake with one fault, and answers what they found. */
export async function runChecks(
  contract: Contract,
  fault: FakeFault,
  fits: (id: string) => boolean,
  timeoutMs = 2000,
): Promise<readonly Outcome[]> {
  const fake = await startFakeFc(fault)
  const target = createTarget({ api: contract.api, baseUrl: fake.baseUrl, timeoutMs })
  const run = createCheckRun({ contract, target, runId: 'test', seed: 'test', budgetMs: 60_000 })
  const outcomes: Outcome[] = []
  for (const check of contract.checks.filter(({ id }) => fits(id))) outcomes.push(await run.run(check))
  target.close()
  await fake.close()
  return outcomes
}
