import { expect, test } from 'vitest'
import { runScenario } from './run-scenario.ts'

/** Runs a scenario in JavaScript for a Huawei project. `call` returns its code for one unsigned call. */
const run = (text: string, options: object = {}) =>
  runScenario({
    command: [process.execPath, '--input-type=module', '-e', text],
    account: 'p1',
    apis: ['huawei-functiongraph-v2'],
    limitMs: 10_000,
    signal: new AbortController().signal,
    ...options,
  })

const call = (name: string) => `{
  const path = '/v2/p1/fgs/functions/urn:fss:r:p1:function:default:test/${name}'
  const { status } = await fetch(process.env.MOCK_URL + path, { method: 'PUT' })
  if (status !== 401) throw new Error('not verified: ' + status)
}`

test('a scenario passes if it succeeds and called every operation of the mock, which verifies signatures', async () => {
  expect(await run(call('config') + call('code'))).toEqual({ kind: 'passed' })
})

test('a scenario fails if it did not call every operation', async () => {
  expect(await run(call('config'))).toMatchObject({
    kind: 'failed',
    reason: 'the scenario never called UpdateFunctionCode',
  })
})

test('the output of a failed scenario is reported', async () => {
  const outcome = await run('console.error("the reason"); process.exit(1)')
  expect(outcome).toEqual({ kind: 'failed', reason: 'the scenario failed', details: 'the reason\n' })
})

test('a scenario that takes too long is killed', async () => {
  expect(await run('setInterval(() => {}, 1000)', { limitMs: 500 })).toMatchObject({
    kind: 'failed',
    reason: 'not done within 0.5 s',
  })
})

test('each scenario has its own keys and home folder, and no other environment variables', async () => {
  const show = async () => {
    const outcome = await run('console.log(JSON.stringify({ ...process.env, cwd: process.cwd() }))')
    return JSON.parse('details' in outcome ? outcome.details : '')
  }
  const [first, second] = [await show(), await show()]
  expect(first).toMatchObject({ MOCK_ACCOUNT: 'p1', cwd: first.HOME, TMPDIR: first.HOME })
  expect(first).not.toHaveProperty('VITEST')
  for (const name of ['HOME', 'MOCK_KEY_ID', 'MOCK_SECRET', 'MOCK_WRONG_SECRET']) {
    expect(new Set([first[name], second[name], process.env[name]]), name).toHaveLength(3)
  }
})
