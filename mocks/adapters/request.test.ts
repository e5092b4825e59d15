import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMock } from './fetch/fetch.ts'
import { handlers } from './msw/msw.ts'

const server = setupServer()
beforeAll(() => server.listen())
afterAll(() => server.close())

const services = 'https://1.cn-hangzhou.fc.aliyuncs.com/2016-08-15/services'
const options = { maxBodyBytes: 10_000 }

const adapters: readonly [string, () => typeof fetch][] = [
  ['fetch', () => createMock(options).fetch],
  [
    'MSW',
    () => {
      server.resetHandlers(...handlers(options))
      return fetch
    },
  ],
]

/** A request with a body of 1 MB, and the number of bytes that were read. */
function toLarge() {
  const count = { bytes: 0 }
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setImmediate(resolve))
      if (count.bytes === 1_000_000) return controller.close()
      count.bytes += 1000
      controller.enqueue(new Uint8Array(1000).fill(0x20))
    },
  })
  return { count, init: { method: 'POST', body, duplex: 'half' } as RequestInit } // the types of `fetch` lack `duplex`
}

test.each(adapters)('through %s, a body is read to the limit and no further', async (_, open) => {
  const { count, init } = toLarge()
  const response = await open()(services, init)
  expect([response.status, (await response.json()).ErrorCode]).toEqual([400, 'EntityTooLarge'])
  expect(count.bytes).toBeGreaterThan(10_000)
  expect(count.bytes).toBeLessThan(40_000) // what streams hold ahead included
})

test('a body in several chunks, one byte below the limit, is accepted', async () => {
  const mock = createMock(options)
  const text = JSON.stringify({ serviceName: 'a' }).padEnd(10_000)
  const pieces = [text.slice(0, 5), text.slice(5, 7), text.slice(7)].map((piece) => new TextEncoder().encode(piece))
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece)
      controller.close()
    },
  })
  const init = { method: 'POST', body, duplex: 'half' } as RequestInit
  expect((await mock.fetch(services, init)).status).toBe(200)
})

test('an incomplete upload stores nothing', async () => {
  const mock = createMock(options)
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"serviceName":"a"}'))
    },
    pull(controller) {
      controller.error(new TypeError('the sender is gone'))
    },
  })
  const init = { method: 'POST', body, duplex: 'half' } as RequestInit
  await expect(mock.fetch(services, init)).rejects.toThrow('the sender is gone')
  expect((await mock.fetch(`${services}/a`)).status).toBe(404)
})
