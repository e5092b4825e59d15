import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { createCheckRun } from '../core/check-run.ts'
import { createTarget } from '../core/http/target.ts'
import { withReferenceRun } from '../core/reference/reference-checks.ts'
import type { Outcome } from '../core/report/outcome.ts'
import { renderOutcome } from '../core/report/terminal.ts'
import { otherChecksums } from '../testing/code-faults.ts'
import { type Fake, type FakeFault, rowOf, startFakeFc } from '../testing/fake-fc.ts'
import { referenceFaults } from '../testing/reference-faults.ts'
import { aliyunFc20160815Contract as contract } from './contract.ts'

let sound: Fake
beforeAll(async () => {
  sound = await startFakeFc()
})
afterAll(() => sound.close())

/** Runs against a fake, with a correct fake as the reference implementation. Ends at the first failure. */
async function runReference(fault: FakeFault, { from = 1, to = 8 } = {}) {
  const fake = await startFakeFc(fault)
  const target = createTarget({ api: contract.api, baseUrl: fake.baseUrl, timeoutMs: 2000 })
  onTestFinished(async () => {
    target.close()
    await fake.close()
  })
  const { checks } = withReferenceRun(
    { ...contract, checks: [] },
    { reference: sound.baseUrl, referenceRuns: to, seed: 'test' },
  )
  const run = createCheckRun({ contract, target, runId: 'test', seed: 'test', budgetMs: 60_000 })
  const outcomes: Outcome[] = []
  for (const check of checks.slice(from - 1)) {
    const outcome = await run.run(check)
    outcomes.push(outcome)
    if (outcome.status !== 'passed') break
  }
  return { outcomes, left: [...fake.state.keys(), ...sound.state.keys()] }
}

const findings = (outcomes: readonly Outcome[]) =>
  outcomes
    .filter(({ status }) => status !== 'passed')
    .map((outcome) => `${outcome.check.id}: ${renderOutcome(outcome)}`)

test('two equal servers never differ, and nothing is left on either', async () => {
  const { outcomes, left } = await runReference({}, { to: 12 })
  expect(findings(outcomes)).toEqual([])
  expect(outcomes).toHaveLength(12)
  expect(left).toEqual([])
}, 60_000)

test.each(referenceFaults)(
  '$name: it is found and shown in few calls',
  async ({ fault, blames, shows = /./, from = 1, calls: most = 5 }) => {
    const { outcomes } = await runReference(fault(), { from, to: from + 40 })
    const last = outcomes.at(-1)
    if (last?.status !== 'failed') throw new Error(`${outcomes.length} sequences: ${last && renderOutcome(last)}`)
    const { operation, curl = '', clause } = last.violation
    const lines = curl.split('\n')
    const [replay, calls] = [lines.at(-1), lines.slice(0, -1)]
    expect(replay).toBe(`# the whole sequence: --replay '${last.check.id}' --seed 'test'`)
    expect({ operation, calls: calls.length }, renderOutcome(last)).toEqual({
      operation: expect.toSatisfy((name) => blames.includes(name)),
      calls: expect.toSatisfy((count) => count <= most),
    })
    expect(calls.every((line) => line.startsWith('curl '))).toBe(true)
    expect(clause).toMatch(/^004 /)
    expect(last.violation.actual).toMatch(shows)
    expect(last.leftBehind.filter((name) => !name.includes('test'))).toEqual([])
  },
  60_000,
)

test('a failed sequence fails again with the same calls', async () => {
  const runs = [
    await runReference({ overwrites: true }, { to: 24 }),
    await runReference({ overwrites: true }, { from: 22, to: 24 }),
  ]
  const [one, other] = runs.map(({ outcomes }) => outcomes.at(-1))
  if (one?.status !== 'failed' || other?.status !== 'failed') throw new Error('not found')
  expect(other.violation.actual).toBe(one.violation.actual)
  expect(other.check.id).toBe(one.check.id)
}, 60_000)

/** Implementation-defined behaviour. */
test.each<[string, FakeFault]>([
  [
    'ids of its own',
    {
      alter: (response) => {
        const text = JSON.stringify(response.body)
        if (text !== undefined) response.body = JSON.parse(text.replaceAll('"id-', '"own-'))
      },
    },
  ],
  [
    'lists in another order, and times in seconds',
    {
      alter: (response) => {
        const services = rowOf(response)?.services
        if (Array.isArray(services)) services.reverse()
        const { createdTime } = rowOf(response) ?? {}
        if (createdTime)
          response.body = { ...rowOf(response), createdTime: String(createdTime).replace('.000+0000', 'Z') }
      },
    },
  ],
  [
    'visible defaults and undocumented properties',
    {
      alter: (response, { operation }) => {
        const isService = operation?.endsWith('Service') && response.status === 200
        if (isService) response.body = { description: '', internetAccess: true, colour: 'red', ...rowOf(response) }
      },
    },
  ],
  ['ETags that depend on the content only', toContentTags()],
  ['checksums of another CRC-64', otherChecksums],
  [
    'the error code of the child where the source lists only that one',
    {
      alter: (response, { operation }) => {
        if (rowOf(response)?.ErrorCode !== 'ServiceNotFound') return
        if (operation === 'DeleteAlias' || operation === 'UpdateAlias') response.body = { ErrorCode: 'AliasNotFound' }
        if (operation === 'DeleteVersion') response.body = { ErrorCode: 'VersionNotFound' }
      },
    },
  ],
])(
  'a server with %s passes',
  async (_, fault) => {
    expect(findings((await runReference(fault)).outcomes)).toEqual([])
  },
  60_000,
)

/** The fake's own tags follow the time of the last change, too. */
function toContentTags(): FakeFault {
  const own = new Map<string, string>()
  return {
    before: ({ headers }) => {
      const tag = headers['if-match']
      if (tag !== undefined) headers['if-match'] = own.get(tag) ?? tag
    },
    alter: (response) => {
      if (!response.headers.ETag) return
      const { lastModifiedTime: _, createdTime: __, ...row } = rowOf(response)
      const tag = JSON.stringify(row).replaceAll(/\W/g, '')
      own.set(tag, response.headers.ETag)
      response.headers.ETag = tag
    },
  }
}

test('without a reference implementation it is skipped with a reason', async () => {
  const fake = await startFakeFc()
  const target = createTarget({ api: contract.api, baseUrl: fake.baseUrl })
  const [check] = withReferenceRun({ ...contract, checks: [] }, { referenceRuns: 1 }).checks
  if (!check) throw new Error('no check')
  const run = createCheckRun({ contract, target, runId: 'test', seed: 'test', budgetMs: 60_000 })
  expect(await run.run(check)).toMatchObject({
    status: 'skipped',
    reason: expect.stringContaining('no reference implementation is given'),
  })
  target.close()
  await fake.close()
})
