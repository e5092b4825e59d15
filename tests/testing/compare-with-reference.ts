import { onTestFinished } from 'vitest'
import { findContract } from '../../contracts/apis.ts'
import { createCheckRun } from '../../contracts/core/check-run.ts'
import { openTarget } from '../../contracts/core/http/open-target.ts'
import { withReferenceRun } from '../../contracts/core/reference/reference-checks.ts'
import type { Outcome } from '../../contracts/core/report/outcome.ts'
import { renderOutcome } from '../../contracts/core/report/terminal.ts'
import type { Wrap } from '../../contracts/mutants/mutant.ts'
import type { MockOptions } from '../../mocks/adapters/options.ts'
import { toSubject } from '../../scripts/detection/subject.ts'
import { type ServedEmulator, serveEmulator } from './serve-emulator.ts'

export interface Compared {
  readonly outcomes: readonly Outcome[]
  readonly servers: readonly ServedEmulator[]
}

interface Extent {
  /** The numbers of the first and the last sequence. */
  readonly from?: number
  readonly to?: number
  /** Default: the same as the emulator behind the fault. */
  readonly referenceMock?: MockOptions
}

/** Compares an emulator behind a fault with a correct one. Ends at the first difference. */
export async function compareWithReference(
  apiId: string,
  wrap?: Wrap,
  { from = 1, to = 10, referenceMock }: Extent = {},
): Promise<Compared> {
  const { mock, supplied } = toSubject(apiId, false)
  const [server, reference] = [await serveEmulator(mock, wrap), await serveEmulator(referenceMock ?? mock)]
  const contract = findContract(apiId)
  const target = openTarget(contract, { baseUrl: server.baseUrl })
  onTestFinished(target.close)
  const options = { reference: reference.baseUrl, referenceRuns: to, seed: 'test' }
  const { checks } = withReferenceRun({ ...contract, checks: [] }, options)
  const run = createCheckRun({ contract, target, runId: 'test', seed: 'test', budgetMs: 60_000, supplied })
  const outcomes: Outcome[] = []
  for (const check of checks.slice(from - 1)) {
    outcomes.push(await run.run(check))
    if (outcomes.at(-1)?.status !== 'passed') break
  }
  return { outcomes, servers: [server, reference] }
}

/** The outcomes of the sequences that did not pass, as text. */
export const toFindings = ({ outcomes }: Compared) =>
  outcomes
    .filter(({ status }) => status !== 'passed')
    .map((outcome) => `${outcome.check.id}: ${renderOutcome(outcome)}`)
