import { expect, test } from 'vitest'
import { huaweiFunctionGraphV2 as api } from '../../../schemas/huawei-functiongraph-v2/api.ts'
import type { Profile } from '../../settings/settings.ts'
import { toExchange } from '../../testing/exchange.ts'
import { checkWith } from '../check.ts'
import { createCheckRun } from '../check-run.ts'
import type { Target } from '../http/target.ts'
import { expectTolerance, type Tolerance } from './tolerance.ts'

const { updateFunctionCode } = api.operations
const tolerance: Tolerance = { about: 'it', codes: ['FSS.0400', 'FSS.1006'], undocumented: [400], statuses: [501] }

async function judge(status: number, body: unknown, more: Partial<Tolerance> = {}, profile: Profile = 'observed') {
  const target: Target = {
    baseUrl: 'http://fake',
    close: () => undefined,
    download: async () => undefined,
    send: async () => toExchange(updateFunctionCode, status, body),
  }
  const run = createCheckRun({
    contract: { api, resources: [] },
    target,
    runId: 'r',
    seed: 's',
    budgetMs: 1000,
    profile,
  })
  const check = checkWith(() => ({}))('does', {
    operation: updateFunctionCode,
    clause: '002',
    level: 'core',
    async run(context) {
      expectTolerance(context, await context.target.send(updateFunctionCode), { ...tolerance, ...more })
    },
  })
  return await run.run(check)
}

const error = (error_code: unknown) => ({ error_code, error_msg: 'no' })

test.each([
  ['an accepted code', 400, error('FSS.1006'), 'FSS.1006'],
  ['an undocumented code', 400, error('FSS.4711'), 'FSS.4711'],
  ['a status alone', 501, 'none', 'status 501'],
])('%s passes and is reported', async (_, status, body, behaviour) => {
  expect(await judge(status, body)).toMatchObject({ status: 'passed', observations: [{ about: 'it', behaviour }] })
})

test.each([
  ['a known code that is not accepted', 400, error('FSS.1007')],
  ['a code with another status', 404, error('FSS.1006')],
  ['a success', 200, {}],
  ['a code that is not a string', 400, error(1006)],
  ['no code', 400, {}],
])('%s fails', async (_, status, body) => {
  expect(await judge(status, body)).toMatchObject({ status: 'failed' })
})

test('a success passes if the tolerance accepts it', async () => {
  expect(await judge(200, {}, { succeeds: true })).toMatchObject({ status: 'passed' })
})

test('the profile documented accepts every code that only clients know, with its status', async () => {
  const codes = { codes: ['FSS.0400'] }
  expect(await judge(400, error('FSS.1010'), codes, 'observed')).toMatchObject({ status: 'failed' })
  expect(await judge(400, error('FSS.1010'), codes, 'documented')).toMatchObject({ status: 'passed' })
  expect(await judge(404, error('FSS.1010'), codes, 'documented')).toMatchObject({ status: 'failed' })
  expect(await judge(413, error('FSS.1072'), codes, 'documented')).toMatchObject({ status: 'failed' })
  expect(await judge(400, error('FSS.1007'), codes, 'documented')).toMatchObject({ status: 'failed' })
})

test('an accepted status makes the codes with this status redundant in the message', async () => {
  const more = { undocumented: [404], statuses: [400, 404] }
  expect(await judge(500, {}, more)).toMatchObject({ violation: { expected: 'status 400 or status 404' } })
})
