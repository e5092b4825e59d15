import { expect, onTestFinished, test } from 'vitest'
import { createCheckRun } from '../core/check-run.ts'
import { openTarget } from '../core/http/open-target.ts'
import { withReferenceRun } from '../core/reference/reference-checks.ts'
import type { Outcome } from '../core/report/outcome.ts'
import { renderOutcome } from '../core/report/terminal.ts'
import {
  type FakeRequest,
  type FakeResponse,
  parseRow,
  type Row,
  rowIn,
  type ServerFault,
} from '../testing/fake-server.ts'
import { aliyunFc20210406Contract as contract } from './contract.ts'
import { startFakeFc2021 } from './testing/fake.ts'

/** Runs against a fake, with a correct fake as the reference implementation. Ends at the first failure. */
async function runReference(fault: ServerFault, referenceRuns: number) {
  const [fake, sound] = [await startFakeFc2021(fault), await startFakeFc2021()]
  const target = openTarget(contract, { baseUrl: fake.baseUrl, timeoutMs: 2000 })
  onTestFinished(async () => {
    target.close()
    await Promise.all([fake.close(), sound.close()])
  })
  const supplied = { serviceName: ['demo'], removeWith: ['aliyun-fc-2016-08-15'] }
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
  return { outcomes, left: [...fake.state.keys(), ...sound.state.keys()] }
}

test('two equal servers never differ, and nothing is left on either', async () => {
  const { outcomes, left } = await runReference({}, 5)
  expect(outcomes.map((outcome) => renderOutcome(outcome))).toEqual(Array(5).fill('passed'))
  expect(left).toEqual([])
}, 60_000)

type Change = (response: FakeResponse, request: FakeRequest, state: Map<string, Row>) => void

/** A fault after a successful creation, or after an update that is not a read. */
function after(method: 'POST' | 'PUT', change: Change): ServerFault {
  return {
    alter: (response, request, state) => {
      const isSuccess = request.method === method && request.body !== '{}' && response.status === 200
      if (isSuccess && request.path.includes('/functions')) change(response, request, state)
    },
  }
}

const keyOf = (response: FakeResponse) => `demo/${String(rowIn(response).functionName)}`

test.each<[string, string, ServerFault]>([
  [
    'an update is returned and lost',
    'UpdateFunction',
    {
      before: ({ method, path, body }, state) => {
        const key = `demo/${path.split('/').at(-1)}`
        const row = state.get(key)
        if (method === 'PUT' && row && parseRow(body)?.description !== undefined) state.set(`was ${key}`, row)
      },
      alter: (response, _, state) => {
        const before = response.status === 200 && state.get(`was ${keyOf(response)}`)
        if (before) state.set(keyOf(response), { ...before })
        for (const key of [...state.keys()]) if (key.startsWith('was ')) state.delete(key)
      },
    },
  ],
  [
    'a duplicate overwrites',
    'CreateFunction',
    {
      before: ({ method, body }, state) => {
        if (method === 'POST') state.delete(`demo/${String(parseRow(body)?.functionName)}`)
      },
    },
  ],
  ['If-Match is ignored', 'UpdateFunction', { before: ({ headers }) => delete headers['if-match'] }],
  [
    'a creation drops a field',
    'CreateFunction',
    after('POST', (response, _, state) => {
      const { initializer: __, ...row } = state.get(keyOf(response)) ?? {}
      state.set(keyOf(response), row)
    }),
  ],
  [
    'an update also changes other functions',
    'UpdateFunction',
    after('PUT', (response, _, state) => {
      for (const [key, row] of state) state.set(key, { ...row, memorySize: rowIn(response).memorySize })
    }),
  ],
  [
    'an update leaves the checksum of the old code',
    'UpdateFunction',
    {
      before: (request) => {
        const { code, ...row } = parseRow(request.body) ?? {}
        if (request.method === 'PUT' && code !== undefined) request.body = JSON.stringify(row)
      },
    },
  ],
  [
    'an update gives a new id',
    'UpdateFunction',
    after('PUT', (response, { count }, state) => {
      Object.assign(rowIn(response), { functionId: `id-of-${count}` })
      state.set(keyOf(response), { ...rowIn(response) })
    }),
  ],
])(
  '%s: %s is named, and few calls are shown',
  async (_, blamed, fault) => {
    const { outcomes } = await runReference(fault, 40)
    const last = outcomes.at(-1)
    if (last?.status !== 'failed') throw new Error(`${outcomes.length} sequences: ${last && renderOutcome(last)}`)
    const { operation, clause, curl = '' } = last.violation
    expect({ operation, clause }, renderOutcome(last)).toEqual({
      operation: blamed,
      clause: expect.stringMatching(/^(003|000) /),
    })
    expect(curl.split('\ncurl ').length, renderOutcome(last)).toBeLessThanOrEqual(5)
  },
  60_000,
)
