import { expect, onTestFinished, test } from 'vitest'
import { createCheckRun } from '../core/check-run.ts'
import { openTarget } from '../core/http/open-target.ts'
import { withReferenceRun } from '../core/reference/reference-checks.ts'
import type { Outcome } from '../core/report/outcome.ts'
import { renderOutcome } from '../core/report/terminal.ts'
import { parseRow, type Row, rowIn, type ServerFault } from '../testing/fake-server.ts'
import { huaweiFunctionGraphV2Contract as contract } from './contract.ts'
import { startFakeFunctionGraph, urn } from './testing/fake.ts'

/** Runs against a fake, with a correct fake as the reference implementation. Ends at the first failure. */
async function runReference(fault: ServerFault, referenceRuns: number, functionUrn = urn) {
  const [fake, sound] = [await startFakeFunctionGraph(fault), await startFakeFunctionGraph()]
  if (functionUrn !== urn) fake.state.set(functionUrn, { ...fake.state.get(urn) })
  const target = openTarget(contract, { baseUrl: fake.baseUrl, timeoutMs: 2000 })
  onTestFinished(async () => {
    target.close()
    await Promise.all([fake.close(), sound.close()])
  })
  const supplied = { functionUrn: [functionUrn], runtime: ['Python3.9'] }
  const { checks } = withReferenceRun(
    { ...contract, checks: [] },
    { reference: sound.baseUrl, referenceRuns, seed: 'test' },
  )
  const run = createCheckRun({ contract, target, runId: 'test', seed: 'test', budgetMs: 60_000, supplied })
  const outcomes: Outcome[] = []
  for (const check of checks) {
    const outcome = await run.run(check)
    outcomes.push(outcome)
    if (outcome.status !== 'passed') break
  }
  return outcomes
}

test('two equal servers never differ', async () => {
  const outcomes = await runReference({}, 5)
  expect(outcomes.map((outcome) => renderOutcome(outcome))).toEqual(Array(5).fill('passed'))
}, 60_000)

test('a reference implementation without the function of the fixture does not fail the target', async () => {
  const [outcome] = await runReference({}, 1, `${urn}-2`)
  expect(outcome).toMatchObject({
    status: 'skipped',
    reason: expect.stringContaining('the reference implementation needs the same'),
  })
})

/** The first requests give both sides the same state, so the fault starts later. */
const isSet = ({ description }: Row) => description === 'a second text' || description === 'a third text'
const stored = (state: Map<string, Row>): Row => state.get(urn) ?? {}

test.each<[string, string, ServerFault]>([
  [
    'a change is not stored',
    'UpdateFunctionConfig',
    {
      before: (request) => {
        const row = parseRow(request.body)
        if (row && isSet(row)) request.body = JSON.stringify({ ...row, description: 'a first text' })
      },
    },
  ],
  [
    'the response has a memory size that no request sent',
    'UpdateFunctionConfig',
    {
      alter: (response) => {
        if (response.status === 200 && isSet(rowIn(response))) rowIn(response).memory_size = 4096
      },
    },
  ],
  [
    'new code keeps the digest of the old code',
    'UpdateFunctionCode',
    {
      before: ({ path, body }, state) => {
        if (path.endsWith('/code') && parseRow(body)) Object.assign(stored(state), { old: stored(state).digest })
      },
      alter: (response, { path }, state) => {
        const { old } = stored(state)
        if (!path.endsWith('/code') || response.status !== 200) return
        state.set(urn, { ...stored(state), digest: old })
        rowIn(response).digest = old
      },
    },
  ],
  [
    'code is returned and not stored',
    'UpdateFunctionCode',
    {
      alter: (response, { path, body }, state) => {
        if (path.endsWith('/code') && response.status === 200 && body.includes('inline'))
          state.set(urn, { ...stored(state), code_size: 2, digest: 'of other code' })
      },
    },
  ],
  [
    'an invalid body is accepted',
    'UpdateFunctionConfig',
    {
      alter: (response, { path, body }) => {
        const isWrong = path.endsWith('/config') && response.status === 400 && parseRow(body)?.timeout !== undefined
        if (isWrong) Object.assign(response, { status: 200, body: parseRow(body) })
      },
    },
  ],
  [
    'a change gives a new id',
    'UpdateFunctionConfig',
    {
      alter: (response, { count }) => {
        if (response.status === 200 && isSet(rowIn(response))) rowIn(response).func_id = `id-of-${count}`
      },
    },
  ],
])(
  '%s: %s is named, and few calls are shown',
  async (_, blamed, fault) => {
    const outcomes = await runReference(fault, 40)
    const last = outcomes.at(-1)
    if (last?.status !== 'failed') throw new Error(`${outcomes.length} sequences: ${last && renderOutcome(last)}`)
    const { operation, clause, curl = '' } = last.violation
    expect({ operation, clause }, renderOutcome(last)).toEqual({
      operation: blamed,
      clause: expect.stringMatching(/^(001|002) /),
    })
    expect(curl.split('\ncurl ').length, renderOutcome(last)).toBeLessThanOrEqual(4)
  },
  60_000,
)
