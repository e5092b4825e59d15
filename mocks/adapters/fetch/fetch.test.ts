import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import type { WireResponse } from '../../core/wire.ts'
import { createMock } from './fetch.ts'

const services = 'https://1.cn-hangzhou.fc.aliyuncs.com/2016-08-15/services'

test('a mock handles requests without a socket', async () => {
  const mock = createMock()
  const created = await mock.fetch(services, { method: 'POST', body: JSON.stringify({ serviceName: 'a b/c' }) })
  expect(created.status).toBe(200)
  expect(created.headers.get('content-type')).toBe('application/json')
  const read = await mock.fetch(new Request(`${services}/a%20b%2Fc`))
  expect(await read.json()).toEqual(await created.json())
  const gone = await mock.fetch(new URL(`${services}/a%20b%2Fc`), { method: 'DELETE' })
  expect([gone.status, gone.body, gone.headers.get('content-type')]).toEqual([204, null, null])
})

test('two mocks are isolated, and each can be reset', async () => {
  const [one, two] = [createMock(), createMock()]
  await one.fetch(services, { method: 'POST', body: '{"serviceName":"a"}' })
  expect((await two.fetch(`${services}/a`)).status).toBe(404)
  one.emulator.reset()
  expect((await one.fetch(`${services}/a`)).status).toBe(404)
})

test('a mock of one API does not serve other APIs', async () => {
  const mock = createMock({ apis: ['huawei-functiongraph-v2'] })
  expect((await mock.fetch(services)).status).toBe(404)
  expect(mock.emulator.mocks.map(({ api }) => api.id)).toEqual(['huawei-functiongraph-v2'])
})

test('an unknown API is rejected, and the error lists the valid APIs', () => {
  // @ts-expect-error: no API has this id
  expect(() => createMock({ apis: ['aws'] })).toThrow('unknown API aws; valid ids are aliyun-fc-2016-08-15, ')
})

/** A mock whose every response has the given connection fault or delay. */
function mockWith(extra: Partial<WireResponse>) {
  const { emulator } = createMock()
  const returnsResponse = extra.connection !== 'reset' && extra.connection !== 'hang'
  const result = returnsResponse
    ? { status: 200, headers: { 'Content-Type': 'text/plain' }, body: 'x'.repeat(100), ...extra }
    : { status: 0, headers: {}, body: undefined, ...extra }
  return createMock({ emulator: { ...emulator, handle: () => result } })
}

test('a reset connection is a network error', async () => {
  await expect(mockWith({ connection: 'reset' }).fetch(services)).rejects.toThrow(TypeError)
})

test('a truncated response has its status and half of its body', async () => {
  const response = await mockWith({ connection: 'truncate' }).fetch(services)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain'])
  const reader = response.body?.getReader()
  expect((await reader?.read())?.value).toHaveLength(50)
  await expect(reader?.read()).rejects.toThrow(TypeError)
  const bytes = mockWith({ connection: 'truncate', body: new Uint8Array(1) })
  await expect((await bytes.fetch(services)).arrayBuffer()).rejects.toThrow(TypeError)
})

test.each<Partial<WireResponse>>([{ connection: 'hang' }, { delayMs: 60_000 }])(
  'aborting a request to %o rejects with the reason of the signal',
  async (extra) => {
    const controller = new AbortController()
    const received = mockWith(extra).fetch(services, { signal: controller.signal })
    setTimeout(() => controller.abort(new Error('enough')), 20)
    await expect(received).rejects.toThrow('enough')
    await expect(mockWith({}).fetch(services, { signal: controller.signal })).rejects.toThrow('enough')
  },
)

test('the signal of a request ends the wait after garbage was collected', async () => {
  // In Node, the signal of a `Request` follows the given signal only while the `Request` is in memory.
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  const controller = new AbortController()
  const received = [{ connection: 'hang' } as const, { delayMs: 60_000 }].flatMap((extra) => [
    mockWith(extra).fetch(services, { signal: controller.signal }),
    mockWith(extra).fetch(new Request(services, { signal: controller.signal })),
  ])
  const reasons = Promise.all(received.map((promise) => promise.catch((reason: unknown) => reason)))
  await new Promise((resolve) => setTimeout(resolve, 20))
  collectGarbage()
  controller.abort('enough')
  expect(await reasons).toEqual(['enough', 'enough', 'enough', 'enough'])
})

test('a delayed response is complete', async () => {
  const start = performance.now()
  const response = await mockWith({ delayMs: 100 }).fetch(services, { signal: new AbortController().signal })
  expect(await response.text()).toHaveLength(100)
  expect(performance.now() - start).toBeGreaterThan(90)
})

test('a body is read on platforms without request.body', async () => {
  // As in Firefox.
  const request = Object.defineProperty(
    new Request(services, { method: 'POST', body: '{"serviceName":"a"}' }),
    'body',
    {
      value: undefined,
    },
  )
  expect((await createMock().fetch(request)).status).toBe(200)
})
