import { expect, onTestFinished, test } from 'vitest'
import { findForeignCaller } from './control-access.ts'
import { serve } from './node.ts'

test.each([
  [{ host: '127.0.0.1:4010' }],
  [{ host: 'localhost:4010' }],
  [{ host: '[::1]:4010', origin: 'http://localhost:5173' }],
  [{ host: 'demo.localhost', origin: 'https://127.0.0.1:3000' }],
  [{}],
])('%j may use the control API without a token', (headers) => {
  expect(findForeignCaller(headers)).toBeUndefined()
})

test.each([
  [{ host: '127.0.0.1:4010', origin: 'https://evil.example' }, 'https://evil.example'],
  [{ host: '127.0.0.1:4010', origin: 'null' }, 'null'],
  [{ host: '127.0.0.1:4010', origin: 'http://127.0.0.1.evil.example' }, '127.0.0.1.evil.example'],
  [{ host: 'rebound.example:4010' }, 'rebound.example:4010'],
  [{ host: 'localhost.evil.example' }, 'localhost.evil.example'],
  [{ host: '' }, 'loopback host names'],
])('%j may not, and the message names the caller', (headers, named) => {
  expect(findForeignCaller(headers)).toContain(named)
})

test('field case D01: a web page of another origin cannot reset the mock, but can call the APIs', async () => {
  const mock = await serve({ port: 0 })
  onTestFinished(mock.close)
  const headers = { origin: 'https://evil.example' }
  const services = `${mock.url}/2016-08-15/services`
  expect((await fetch(services, { method: 'POST', headers, body: '{"serviceName":"demo"}' })).status).toBe(200)
  const reset = await fetch(`${mock.url}/_mock/reset`, { method: 'POST', headers })
  expect([reset.status, await reset.json()]).toEqual([403, { error: expect.stringContaining('https://evil.example') }])
  expect((await fetch(`${services}/demo`)).status).toBe(200)
  expect((await fetch(`${mock.url}/_mock/reset`, { method: 'POST' })).status).toBe(200)
})

test('with a token, the token decides', async () => {
  const mock = await serve({ port: 0, controlToken: 'secret' })
  onTestFinished(mock.close)
  const headers = { origin: 'https://evil.example', 'x-mock-token': 'secret' }
  expect((await fetch(`${mock.url}/_mock/reset`, { method: 'POST', headers })).status).toBe(200)
})
