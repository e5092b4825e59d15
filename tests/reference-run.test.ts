import { expect, onTestFinished, test } from 'vitest'
import { findContract } from '../contracts/apis.ts'
import { createCheckRun } from '../contracts/core/check-run.ts'
import { createTarget } from '../contracts/core/http/target.ts'
import { referenceRun, withReferenceRun } from '../contracts/core/reference/reference-checks.ts'
import type { Outcome } from '../contracts/core/report/outcome.ts'
import { renderOutcome } from '../contracts/core/report/terminal.ts'
import { benignOperators } from '../contracts/mutants/operators/benign.ts'
import { subjects } from '../contracts/mutants/subjects.ts'
import { toBenignMutants } from '../contracts/mutants/to-mutants.ts'
import { startFakeFc } from '../contracts/testing/fake-fc.ts'
import { serve } from '../mocks/adapters/http/node.ts'
import { serveMutant } from '../scripts/detection/server.ts'

const contract = findContract('aliyun-fc-2016-08-15')

/** Compares a server with the emulator, which is the reference implementation of `verify`. */
async function compare(baseUrl: string, referenceRuns = 10, config = {}): Promise<readonly Outcome[]> {
  const reference = await serve({ port: 0 })
  const target = createTarget({ api: contract.api, baseUrl })
  onTestFinished(async () => {
    target.close()
    await reference.close()
  })
  const { checks } = withReferenceRun(contract, { reference: reference.url, referenceRuns, seed: 'test' })
  const run = createCheckRun({ contract, target, runId: 'test', seed: 'test', budgetMs: 60_000, ...config })
  const outcomes: Outcome[] = []
  for (const check of checks.filter(({ operation }) => operation === referenceRun)) outcomes.push(await run.run(check))
  return outcomes
}

const differences = (outcomes: readonly Outcome[]) =>
  outcomes
    .filter(({ status }) => status !== 'passed')
    .map((outcome) => `${outcome.check.id}: ${renderOutcome(outcome)}`)

test('a server that implements only the governing source does not differ from the emulator', async () => {
  const fake = await startFakeFc()
  onTestFinished(fake.close)
  const outcomes = await compare(fake.baseUrl)
  expect(differences(outcomes)).toEqual([])
  expect(outcomes).toHaveLength(10)
  expect(fake.state.size).toBe(0)
}, 60_000)

test('two emulators do not differ', async () => {
  const served = await serve({ port: 0 })
  onTestFinished(served.close)
  expect(differences(await compare(served.url))).toEqual([])
}, 60_000)

test.each(benignOperators)(
  'a server whose operations all differ by $id does not differ',
  async ({ id }) => {
    const benign = subjects.slice(0, 1).flatMap(toBenignMutants)
    const wraps = benign.filter(({ operator }) => operator === id).map(({ wrap }) => wrap)
    expect(wraps).not.toEqual([])
    const served = await serveMutant({}, (server) => wraps.reduce((wrapped, wrap) => wrap(wrapped), server))
    onTestFinished(served.close)
    expect(differences(await compare(served.url, 3))).toEqual([])
  },
  60_000,
)
