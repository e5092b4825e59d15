import { expect, test } from 'vitest'
import { runScenario } from './run-scenario.ts'

/** A scenario in JavaScript, for a Huawei project: both operations are called by `called`, unsigned. */
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

test('a scenario passes that ends well and called every operation, of a mock that verifies', async () => {
  expect(await run(call('config') + call('code'))).toEqual({ kind: 'passed' })
})

test('a scenario fails that left an operation out', async () => {
  expect(await run(call('config'))).toMatchObject({
    kind: 'failed',
    reason: 'the scenario never called UpdateFunctionCode',
  })
})

test('a scenario that fails is quoted', async () => {
  const outcome = await run('console.error("the reason"); process.exit(1)')
  expect(outcome).toEqual({ kind: 'failed', reason: 'the scenario failed', details: 'the reason\n' })
})

test('a scenario that does not end is ended', async () => {
  expect(await run('setInterval(() => {}, 1000)', { limitMs: 500 })).toMatchObject({
    kind: 'failed',
    reason: 'not done within 0.5 s',
  })
})

test('each scenario has keys and a home of its own, and nothing of the environment that it runs in', async () => {
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
