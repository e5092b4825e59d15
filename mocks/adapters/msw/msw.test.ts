import http, { type IncomingMessage } from 'node:http'
import { setupServer } from 'msw/node'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { WireResponse } from '../../core/wire.ts'
import { createMock } from '../fetch/fetch.ts'
import { type HandlerOptions, handlers } from './msw.ts'

const server = setupServer()
beforeEach(() => {
  // MSW prints what it refuses.
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})
afterEach(() => {
  server.close()
  vi.restoreAllMocks()
})

/** MSW 3 and MSW 2 name it differently, and the types are those of 3. */
const refuseOthers = { onUnhandledFrame: 'error', onUnhandledRequest: 'error' } as const

function intercept(options?: HandlerOptions) {
  server.listen(refuseOthers)
  server.resetHandlers(...handlers(options))
}

test.each([
  'https://123456789012.cn-hangzhou.fc.aliyuncs.com',
  'http://123456789012.cn-hangzhou.fc.aliyuncs.com',
  'https://123456789012.cn-hangzhou-internal.fc.aliyuncs.com',
  'https://123456789012.cn-hangzhou.fc.aliyuncs.com:8443',
])('requests to %s are handled', async (host) => {
  intercept()
  const created = await fetch(`${host}/2016-08-15/services`, { method: 'POST', body: '{"serviceName":"a"}' })
  expect(created.status).toBe(200)
  expect(created.headers.get('x-fc-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  expect(await (await fetch(`${host}/2016-08-15/services/a`)).json()).toEqual(await created.json())
  expect((await fetch(`${host}/2016-08-15/services/a`, { method: 'DELETE' })).status).toBe(204)
  expect(await (await fetch(`${host}/2016-08-15/services/a`)).json()).toMatchObject({ ErrorCode: 'ServiceNotFound' })
})

test('requests to other hosts are not handled, even if they resemble the host of a vendor', async () => {
  intercept()
  for (const url of [
    'http://example.test/2016-08-15/services',
    'http://1.cn.fc.aliyuncs.com.evil.test/2016-08-15/services',
    'http://evil.test/https://1.cn.fc.aliyuncs.com/2016-08-15/services',
  ]) {
    await expect(fetch(url), url).rejects.toThrow()
  }
})

test('a configured base URL is handled, and only paths below it', async () => {
  intercept({ baseUrls: ['http://localhost:4010', 'http://gateway.test/fc/'] })
  expect((await fetch('http://localhost:4010/2016-08-15/services')).status).toBe(200)
  await expect(fetch('http://localhost:40100/2016-08-15/services')).rejects.toThrow()
  await expect(fetch('http://gateway.test/fcx/2016-08-15/services')).rejects.toThrow()
})

test('no request reaches the host of a vendor, even for an unknown path', async () => {
  intercept({ apis: ['aliyun-fc-2016-08-15'] })
  const response = await fetch('https://1.cn-hangzhou.fc.aliyuncs.com/2023-03-30/functions')
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ basePaths: [{ path: '/2016-08-15' }] })
})

/** Intercepts with handlers whose every response has the given connection fault or delay. */
function interceptWith(extra: Partial<WireResponse>) {
  const { emulator } = createMock()
  const returnsResponse = extra.connection !== 'reset' && extra.connection !== 'hang'
  const result = returnsResponse
    ? { status: 200, headers: { 'Content-Type': 'text/plain' }, body: 'x'.repeat(100), ...extra }
    : { status: 0, headers: {}, body: undefined, ...extra }
  intercept({ emulator: { ...emulator, handle: () => result } })
}

const services = 'http://1.cn-hangzhou.fc.aliyuncs.com/2016-08-15/services'

/** What a client on `node:http`, as most SDKs are, sees of a response. */
function getByNode(url: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    http.get(url, resolve).on('error', reject)
  })
}

test.each(['reset', 'truncate'] as const)('the connection fault "%s" is a network error', async (connection) => {
  interceptWith({ connection })
  await expect(fetch(services)).rejects.toThrow(TypeError)
  await expect(getByNode(services)).rejects.toThrow('Network error')
})

test.each<Partial<WireResponse>>([{ connection: 'hang' }, { delayMs: 60_000 }])(
  'aborting a request to %o ends it, and nothing is printed',
  async (extra) => {
    interceptWith(extra)
    const controller = new AbortController()
    setTimeout(() => controller.abort(new Error('enough')), 20)
    await expect(fetch(services, { signal: controller.signal })).rejects.toThrow('enough')
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(console.error).not.toHaveBeenCalled()
  },
)

test('a delayed response is complete', async () => {
  interceptWith({ delayMs: 100 })
  const start = performance.now()
  expect(await (await fetch(services)).text()).toHaveLength(100)
  expect(performance.now() - start).toBeGreaterThan(90)
})
