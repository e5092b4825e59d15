import { type CheckRunOptions, createCheckRun } from '../core/check-run.ts'
import type { Contract } from '../core/contract.ts'
import { createTarget } from '../core/http/target.ts'
import type { Outcome } from '../core/report/outcome.ts'
import { toSigning } from '../core/signing/signer.ts'
import { type FakeFault, startFakeFc } from './fake-fc.ts'
import { fakeKey, fakeToken } from './fake-fc-auth.ts'

/** Runs the selected checks against a fake with one fault, and returns their outcomes. */
export async function runChecks(
  contract: Contract,
  fault: FakeFault,
  fits: (id: string) => boolean,
  timeoutMs = 2000,
  options: Partial<CheckRunOptions> = {},
): Promise<readonly Outcome[]> {
  const isTemporary = fault.auth !== undefined && fault.auth !== 'off' && fault.auth.token !== undefined
  const credentials = { ...fakeKey, ...(isTemporary && { token: fakeToken }) }
  const signing = toSigning(contract.api.dialect, credentials, undefined)
  const fake = await startFakeFc({ auth: {}, ...fault })
  const target = createTarget({
    api: contract.api,
    baseUrl: fake.baseUrl,
    timeoutMs,
    ...(signing.signer && { signer: signing.signer }),
  })
  const run = createCheckRun({ contract, target, signing, runId: 'test', seed: 'test', budgetMs: 60_000, ...options })
  const outcomes: Outcome[] = []
  for (const check of contract.checks.filter(({ id }) => fits(id))) outcomes.push(await run.run(check))
  target.close()
  await fake.close()
  return outcomes
}
