import { expect, onTestFinished, test } from 'vitest'
import { findContract } from '../contracts/apis.ts'
import { createCheckRun } from '../contracts/core/check-run.ts'
import { openTarget } from '../contracts/core/http/open-target.ts'
import { referenceRun, withReferenceRun } from '../contracts/core/reference/reference-checks.ts'
import { renderOutcome } from '../contracts/core/report/terminal.ts'
import { toSubject } from '../scripts/detection/subject.ts'
import { compareWithReference, toFindings } from './testing/compare-with-reference.ts'
import { findMutant } from './testing/find-mutant.ts'
import { listServices, serveEmulator } from './testing/serve-emulator.ts'

const fc2016 = 'aliyun-fc-2016-08-15'
const fc2021 = 'aliyun-fc-2021-04-06'
const functionGraph = 'huawei-functiongraph-v2'

test.each([[fc2016], [fc2021], [functionGraph]])(
  '%s: two emulators do not differ, and nothing is left on either',
  async (apiId) => {
    const compared = await compareWithReference(apiId)
    expect(toFindings(compared)).toEqual([])
    expect(compared.outcomes).toHaveLength(10)
    expect(compared.outcomes.every(({ check }) => check.operation === referenceRun)).toBe(true)
    if (apiId !== fc2016) return
    for (const server of compared.servers) expect(await listServices(server)).toEqual([])
  },
  60_000,
)

/** The mutant, and the most calls that show it. */
test.each<[apiId: string, mutant: string, calls: number]>([
  [fc2016, 'drop-field @ GetFunction 200 timeout', 3],
  [fc2016, 'ignore-field @ UpdateService body.description', 3],
  [fc2016, 'other-default @ CreateFunction body.memorySize', 3],
  [fc2016, 'update-is-lost @ UpdateService update service', 4],
  [fc2016, 'delete-is-ignored @ DeleteTrigger remove trigger', 5],
  [fc2016, 'omit-first-entry @ ListFunctions list of functions', 3],
  [fc2016, 'ignore-wrong-tag @ UpdateFunction header.If-Match', 5],
  [fc2016, 'error-with-409 @ GetFunction error FunctionNotFound', 3],
  [fc2021, 'drop-field @ CreateFunction 200 description', 3],
  [fc2021, 'ignore-field @ CreateFunction body.initializationTimeout', 3],
  [fc2021, 'other-default @ CreateFunction body.timeout', 3],
  [fc2021, 'ignore-wrong-tag @ UpdateFunction header.If-Match', 4],
  [fc2021, 'same-id-for-all @ CreateFunction create function', 4],
  [functionGraph, 'do-not-enforce @ UpdateFunctionConfig body.timeout type', 3],
  [functionGraph, 'drop-field @ UpdateFunctionConfig 200 memory_size', 3],
  [functionGraph, 'ignore-field @ UpdateFunctionConfig body.description', 3],
  [functionGraph, 'drop-field @ UpdateFunctionCode 200 runtime', 3],
  [functionGraph, 'error-with-409 @ UpdateFunctionConfig error FSS.0400', 3],
])(
  '%s: %s is found and shown in few calls',
  async (apiId, id, most) => {
    const { wrap, operation, alsoNamed } = findMutant(apiId, id)
    const { outcomes } = await compareWithReference(apiId, wrap, { to: 60 })
    const last = outcomes.at(-1)
    if (last?.status !== 'failed') throw new Error(`${outcomes.length} sequences: ${last && renderOutcome(last)}`)
    const { violation } = last
    const lines = (violation.curl ?? '').split('\n')
    expect(lines.at(-1)).toBe(`# the whole sequence: --replay '${last.check.id}' --seed 'test'`)
    expect(lines.slice(0, -1).every((line) => line.startsWith('curl '))).toBe(true)
    expect(lines.length - 1, renderOutcome(last)).toBeLessThanOrEqual(most)
    expect([operation, ...alsoNamed]).toContain(violation.operation)
  },
  60_000,
)

test('a failed sequence fails again with the same calls', async () => {
  const { wrap } = findMutant(fc2016, 'delete-is-ignored @ DeleteTrigger remove trigger')
  const { outcomes } = await compareWithReference(fc2016, wrap, { to: 60 })
  const number = outcomes.length
  const again = (await compareWithReference(fc2016, wrap, { from: number, to: number })).outcomes.at(-1)
  const last = outcomes.at(-1)
  if (last?.status !== 'failed' || again?.status !== 'failed') throw new Error('not found')
  expect(again.violation.actual).toBe(last.violation.actual)
  expect(again.check.id).toBe(last.check.id)
}, 60_000)

test('without a reference implementation the checks are skipped with a reason', async () => {
  const contract = findContract(fc2016)
  const target = openTarget(contract, { baseUrl: (await serveEmulator()).baseUrl })
  onTestFinished(target.close)
  const [check] = withReferenceRun({ ...contract, checks: [] }, { referenceRuns: 1 }).checks
  if (!check) throw new Error('no check')
  const run = createCheckRun({ contract, target, runId: 'test', seed: 'test', budgetMs: 60_000 })
  expect(await run.run(check)).toMatchObject({
    status: 'skipped',
    reason: expect.stringContaining('no reference implementation is given'),
  })
})

test('a reference implementation without the function of the fixture does not fail the target', async () => {
  const { mock } = toSubject(functionGraph, false)
  const { seed: _, ...referenceMock } = mock
  const { outcomes } = await compareWithReference(functionGraph, undefined, { to: 1, referenceMock })
  expect(outcomes).toMatchObject([
    { status: 'skipped', reason: expect.stringContaining('the reference implementation needs the same') },
  ])
})
