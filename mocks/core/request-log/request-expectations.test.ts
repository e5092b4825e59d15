import { expect, test, vi } from 'vitest'
import { createMock } from '../../adapters/fetch/fetch.ts'
import { ControlError } from '../control/control-error.ts'
import { UnexpectedRequests } from './request-expectations.ts'

const base = 'https://123456789012.cn-hangzhou.fc.aliyuncs.com/2016-08-15/services'

async function start() {
  const mock = createMock()
  const post = (path: string, body: object, headers = {}) =>
    mock.fetch(base + path, { method: 'POST', body: JSON.stringify(body), headers })
  await post('', { serviceName: 'demo', vpcConfig: { vpcId: 'vpc-1', vSwitchIds: ['a', 'b'], securityGroupId: 'sg' } })
  await post('', { serviceName: 'demo' }, { 'X-Fc-Trace-Id': 'abc' })
  await mock.fetch(`${base}?limit=2&prefix=d%20e`)
  return { ...mock, post }
}

test.each([
  [{}, 3],
  [{ operation: 'CreateService' }, 2],
  [{ operation: 'CreateService', body: { serviceName: 'demo' } }, 2],
  [{ body: { vpcConfig: { vSwitchIds: ['a', 'b'] } } }, 1],
  [{ body: { vpcConfig: { vSwitchIds: ['a'] } } }, 0],
  [{ body: '{"serviceName":"demo"}' }, 1],
  [{ status: 409, code: 'ServiceAlreadyExists' }, 1],
  [{ headers: { 'x-fc-trace-ID': 'abc' } }, 1],
  [{ method: 'GET', query: { prefix: 'd e' } }, 1],
  [{ method: 'GET', query: { prefix: 'd' } }, 0],
  [{ path: '/2016-08-15/services', namespace: 'default', api: 'aliyun-fc-2016-08-15' }, 3],
  [{ namespace: 'other' }, 0],
] as const)('%j matches %i requests', async (pattern, times) => {
  const { emulator } = await start()
  expect(emulator.requests.expect(pattern, { times })).toHaveLength(times)
  expect(() => emulator.requests.expect(pattern, { times: times + 1 })).toThrow(UnexpectedRequests)
  expect(() => emulator.requests.expect(pattern, { atLeast: times + 1 })).toThrow(UnexpectedRequests)
  expect(emulator.requests.expect(pattern, { atLeast: times, atMost: times })).toHaveLength(times)
})

test('a failure shows the closest requests and their differences', async () => {
  const { emulator } = await start()
  expect(() =>
    emulator.requests.expect({ operation: 'CreateService', body: { serviceName: 'other' }, status: 200 }),
  ).toThrow(
    [
      'expected at least 1 request like {"operation":"CreateService","body":{"serviceName":"other"},"status":200}, got 0 of 3',
      '  request 1: CreateService, POST /2016-08-15/services, 200',
      '    body.serviceName: expected "other", got "demo"',
      '  request 2: CreateService, POST /2016-08-15/services, 409',
      '    status: expected 200, got 409',
      '    body.serviceName: expected "other", got "demo"',
      '  request 3: ListServices, GET /2016-08-15/services, 200',
      '    operation: expected "CreateService", got "ListServices"',
      '    body: expected {"serviceName":"other"}, got nothing',
    ].join('\n'),
  )
})

test('a failure shows the requests that are too many', async () => {
  const { emulator } = await start()
  expect(() => emulator.requests.expect({ operation: 'CreateService' }, { times: 1 })).toThrow(
    [
      'expected exactly 1 request like {"operation":"CreateService"}, got 2 of 3',
      '  request 1: CreateService, POST /2016-08-15/services, 200',
      '  request 2: CreateService, POST /2016-08-15/services, 409',
    ].join('\n'),
  )
})

test('waitFor resolves as soon as the request arrives, and rejects after its timeout', async () => {
  const { emulator, post } = await start()
  const waiting = emulator.requests.waitFor({ operation: 'CreateFunction' }, { timeoutMs: 60_000 })
  await post('/demo/functions', {})
  expect(await waiting).toHaveLength(1)
  await expect(emulator.requests.waitFor({ operation: 'DeleteService' }, { timeoutMs: 1 })).rejects.toThrow(
    'got 0 of 4',
  )
})

test('more requests than expected end a wait only after the timeout', async () => {
  vi.useFakeTimers()
  try {
    const { emulator } = await start()
    let isSettled = false
    const waiting = emulator.requests.waitFor({}, { times: 2, timeoutMs: 100 }).catch((error: unknown) => error)
    void waiting.then(() => {
      isSettled = true
    })
    await vi.advanceTimersByTimeAsync(99)
    expect(isSettled).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await waiting).toBeInstanceOf(UnexpectedRequests)
  } finally {
    vi.useRealTimers()
  }
})

test('an invalid expectation is an error of the caller', async () => {
  const { emulator } = await start()
  expect(() => emulator.requests.expect({ operation: 'CreateServise' as never })).toThrow(/CreateService/)
  expect(() => emulator.requests.expect({ opertion: 'x' } as never)).toThrow(TypeError)
  for (const count of [{ times: 1, atLeast: 1 }, { times: -1 }, { atMost: 0.5 }]) {
    expect(() => emulator.requests.expect({}, count)).toThrow(ControlError)
  }
  await expect(emulator.requests.waitFor({}, { timeoutMs: -1 })).rejects.toThrow(ControlError)
})

test('the control API verifies requests over HTTP', async () => {
  const { fetch } = await start()
  const verify = async (body: object) => {
    const response = await fetch('http://mock.example/_mock/requests/verify', {
      method: 'POST',
      body: JSON.stringify(body),
    })
    return [response.status, await response.json()]
  }
  expect(await verify({ request: { operation: 'CreateService' }, times: 2 })).toEqual([
    200,
    { status: 'verified', matched: [1, 2] },
  ])
  expect(await verify({ request: { operation: 'CreateService' }, times: 1 })).toEqual([
    409,
    { error: expect.stringContaining('exactly 1 request') },
  ])
  expect(await verify({ request: { operation: 'GetService' }, timeoutMs: 1 })).toEqual([
    409,
    { error: expect.any(String) },
  ])
  const waiting = verify({ request: { operation: 'GetService' }, timeoutMs: 60_000 })
  await fetch(`${base}/demo`)
  expect(await waiting).toEqual([200, { status: 'verified', matched: [4] }])
  for (const body of [
    {},
    { request: { verb: 'GET' } },
    { request: {}, times: 1, atMost: 1 },
    { request: {}, timeoutMs: 1e9 },
  ]) {
    expect(await verify(body)).toEqual([400, { error: expect.any(String) }])
  }
})
