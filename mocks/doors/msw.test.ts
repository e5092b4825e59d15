import { setupServer } from 'msw/node'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type HandlerOptions, handlers } from './msw.ts'

const server = setupServer()
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {}) // MSW prints what it refuses
})
afterEach(() => {
  server.close()
  vi.restoreAllMocks()
})

function intercept(options?: HandlerOptions) {
  server.listen({ onUnhandledFrame: 'error' })
  server.resetHandlers(...handlers(options))
}

test.each([
  'https://123456789012.cn-hangzhou.fc.aliyuncs.com',
  'http://123456789012.cn-hangzhou.fc.aliyuncs.com',
  'https://123456789012.cn-hangzhou-internal.fc.aliyuncs.com',
  'https://123456789012.cn-hangzhou.fc.aliyuncs.com:8443',
])('requests to %s are answered', async (host) => {
  intercept()
  const created = await fetch(`${host}/2016-08-15/services`, { method: 'POST', body: '{"serviceName":"a"}' })
  expect(created.status).toBe(200)
  expect(created.headers.get('x-fc-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  expect(await (await fetch(`${host}/2016-08-15/services/a`)).json()).toEqual(await created.json())
  expect((await fetch(`${host}/2016-08-15/services/a`, { method: 'DELETE' })).status).toBe(204)
  expect(await (await fetch(`${host}/2016-08-15/services/a`)).json()).toMatchObject({ ErrorCode: 'ServiceNotFound' })
})

test('other hosts are none of its business, however much they look like a vendor’s', async () => {
  intercept()
  for (const url of [
    'http://example.test/2016-08-15/services',
    'http://1.cn.fc.aliyuncs.com.evil.test/2016-08-15/services',
    'http://evil.test/https://1.cn.fc.aliyuncs.com/2016-08-15/services',
  ]) {
    await expect(fetch(url), url).rejects.toThrow()
  }
})

test('an address of one’s own is answered where it is named, and only below it', async () => {
  intercept({ baseUrls: ['http://localhost:4010', 'http://gateway.test/fc/'] })
  expect((await fetch('http://localhost:4010/2016-08-15/services')).status).toBe(200)
  await expect(fetch('http://localhost:40100/2016-08-15/services')).rejects.toThrow()
  await expect(fetch('http://gateway.test/fcx/2016-08-15/services')).rejects.toThrow()
})

test('a vendor’s host is never asked, not even for a path that nothing serves', async () => {
  intercept({ apis: ['aliyun-fc-2016-08-15'] })
  const response = await fetch('https://1.cn-hangzhou.fc.aliyuncs.com/2023-03-30/functions')
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ basePaths: [{ path: '/2016-08-15' }] })
})
