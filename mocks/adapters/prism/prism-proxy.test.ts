import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apis } from '../../../schemas/apis.ts'
import type { WireRequest, WireResponse } from '../../core/wire.ts'
import { createMock } from '../fetch/fetch.ts'
import type { Listening } from '../http/listen.ts'
import { type Served, serve } from '../http/node.ts'
import { lifeCycle } from '../testing/life-cycle.ts'
import { nodeSender } from '../testing/node-sender.ts'
import { servePrismProxy } from '../testing/prism-proxy.ts'
import { runScenario, type Transcript } from '../testing/suite-adapter.ts'

const documents = apis.map(({ id, dialect }) => ({
  basePath: dialect.basePath,
  document: JSON.parse(readFileSync(new URL(`../../../generated/${id}/openapi.json`, import.meta.url), 'utf8')),
}))

let served: Served
let proxy: Listening
let transcript: Transcript
beforeAll(async () => {
  served = await serve({ port: 0 })
  proxy = await servePrismProxy(documents, served.url)
  const send = nodeSender(() => proxy.url)
  const authorization = { Authorization: 'FC any:any', 'X-Auth-Token': 'any' }
  transcript = await runScenario({ name: 'a life', steps: lifeCycle }, () => ({
    send: (request) => send({ ...request, headers: { ...authorization, ...request.headers } }),
    close() {},
  }))
}, 60_000)
afterAll(async () => {
  await proxy?.close()
  await served?.close()
})

test.each(lifeCycle)('Prism reports no violation for $name', ({ name, wants }) => {
  const received = transcript[name]
  expect({ ...received?.headers, body: received?.body }).not.toHaveProperty('sl-violations')
  expect(received).toMatchObject(wants)
})

test('the requests include every operation of every API', () => {
  const unseen = served.emulator
    .coverage()
    .flatMap(({ detail }) => detail.filter(({ calls }) => calls === 0).map(({ operation }) => operation))
  expect(unseen).toEqual([])
})

/** What Prism says of a response of ours that was tampered with, or of a request. */
async function judge(tamper: (result: WireResponse) => WireResponse, init: RequestInit = {}) {
  const { emulator } = createMock()
  const handle = (request: WireRequest) => tamper(emulator.handle(request) as WireResponse) // it returns at once
  const wrong = await serve({ port: 0, emulator: { ...emulator, handle } })
  const judging = await servePrismProxy(documents, wrong.url)
  try {
    const headers = { Authorization: 'FC any:any', 'Content-Type': 'application/json' }
    const response = await fetch(`${judging.url}/2016-08-15/services`, {
      method: 'POST',
      headers,
      body: '{"serviceName":"a"}',
      ...init,
    })
    return [response.status, response.headers.get('sl-violations') ?? (await response.text())]
  } finally {
    await judging.close()
    await wrong.close()
  }
}

test.each<[string, (result: WireResponse) => WireResponse, number, RegExp]>([
  [
    'a field of another type',
    (result) => ({ ...result, body: '{"serviceName":1}' }),
    500,
    /serviceName.*must be string/,
  ],
  ['no JSON', (result) => ({ ...result, headers: { 'Content-Type': 'text/plain' } }), 500, /media type/],
  ['an undocumented success status', (result) => ({ ...result, status: 299 }), 500, /status code/],
  ['an undocumented error status', (result) => ({ ...result, status: 418 }), 418, /status code/],
])('Prism reports %s', async (_, tamper, status, violation) => {
  expect(await judge(tamper)).toEqual([status, expect.stringMatching(violation)])
})

test('Prism reports an invalid request, and a request without credentials', async () => {
  const unchanged = (result: WireResponse) => result
  expect((await judge(unchanged, { body: '{}' }))[0]).toBe(422)
  expect((await judge(unchanged, { headers: { 'Content-Type': 'application/json' } }))[0]).toBe(401)
  expect((await judge(unchanged))[0]).toBe(200)
})
