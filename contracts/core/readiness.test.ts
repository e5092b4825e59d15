import { expect, test } from 'vitest'
import { aliyunFc20160815Contract as contract } from '../aliyun-fc-2016-08-15/contract.ts'
import type { FakeFault } from '../testing/fake-fc.ts'
import { runChecks } from '../testing/run-checks.ts'
import { renderOutcome } from './report/terminal.ts'

const ofServices = (id: string) => /^(Create|Get|List)Services? › /.test(id)

/** Returns this instead of every response of a matching request. */
function toFault(status: number, headers: Record<string, string>, fits = (_: { path: string }) => true): FakeFault {
  return {
    take: (request, response) => fits(request) && Boolean(response.writeHead(status, headers).end('<h1>no</h1>')),
  }
}

test.each([
  [
    404,
    {},
    'the target does not serve this API at this address: ListServices returns status 404 with the body <h1>no</h1>',
  ],
  [
    405,
    {},
    'the target does not serve this API at this address: ListServices returns status 405 with the body <h1>no</h1>',
  ],
  [
    308,
    { location: 'https://other.test/fc/services' },
    'the target redirects to https://other.test/fc/services; verify that address: ListServices returns status 308',
  ],
])(
  'C06: if every operation returns %i, the reason is stated once and nothing is left behind',
  async (status, headers, reason) => {
    const outcomes = await runChecks(contract, toFault(status, headers), ofServices)
    expect(
      new Set(outcomes.filter(({ status }) => status !== 'skipped').map((outcome) => renderOutcome(outcome))),
    ).toEqual(new Set([`could not run (setup): ${reason}`]))
    expect(outcomes.flatMap(({ leftBehind }) => leftBehind)).toEqual([])
  },
)

test.each([
  ['a code that no source has', 404, { ErrorCode: 'NotFound', ErrorMessage: 'no' }],
  ['a documented code of another status', 404, { ErrorCode: 'PathNotSupported', ErrorMessage: 'no' }],
  ['a documented code of another status', 405, { ErrorCode: 'InvalidArgument', ErrorMessage: 'no' }],
])(
  'C06: if every operation returns %s, with %i as JSON, the target does not serve this API',
  async (_, status, body) => {
    const fault: FakeFault = {
      take: (_, response) =>
        Boolean(response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))),
    }
    const outcomes = await runChecks(contract, fault, ofServices)
    const reasons = outcomes.filter(({ status }) => status !== 'skipped').map((outcome) => renderOutcome(outcome))
    expect([...new Set(reasons)]).toEqual([
      expect.stringMatching(/^could not run \(setup\): the target does not serve this API at this address: /),
    ])
  },
)

test('C06: a target that serves other operations is verified, although the probe returns 404', async () => {
  const fault = toFault(404, {}, ({ path }) => path === '/services')
  const outcomes = await runChecks(contract, fault, ofServices)
  expect(outcomes.some(({ status }) => status === 'failed')).toBe(true)
})

test('C06: a rejected creation leaves nothing behind, even if the rejected resource cannot be read', async () => {
  const fault: FakeFault = {
    alter: (result, { method }) => {
      if (method === 'GET') return
      result.status = 400
      result.body = { ErrorCode: 'InvalidArgument', ErrorMessage: 'no' }
    },
    take: ({ method, path }, response) =>
      method === 'GET' && /\/services\/./.test(path) && Boolean(response.writeHead(301, {}).end()),
  }
  const outcomes = await runChecks(contract, fault, (id) => id.startsWith('CreateService › '))
  expect(outcomes.some(({ status }) => status === 'failed')).toBe(true)
  expect(outcomes.flatMap(({ leftBehind }) => leftBehind)).toEqual([])
})
