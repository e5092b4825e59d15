import { request as httpRequest, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { type ServeOptions, serve } from './node.ts'

async function start(options: ServeOptions = {}) {
  const served = await serve({ port: 0, ...options })
  onTestFinished(() => served.close().catch(() => {}))
  return served
}

const paths = [
  ['/_mock/console', 'text/html'],
  ['/_mock/console/console.js', 'text/javascript'],
  ['/_mock/console/console.css', 'text/css'],
  ['/docs/aliyun-fc-2021-04-06', 'text/html'],
  ['/docs/files/swagger-ui.js', 'text/javascript'],
] as const

test.each(paths)('%s is %s, compressed if the client accepts that', async (path, mediaType) => {
  const { url } = await start()
  const compressed = await fetch(url + path)
  expect([compressed.status, compressed.headers.get('content-encoding')]).toEqual([200, 'gzip'])
  expect(compressed.headers.get('content-type')).toContain(mediaType)
  expect(compressed.headers.get('content-security-policy')).toContain("default-src 'none'")
  const plain = await fetch(url + path, { headers: { 'accept-encoding': 'identity' } })
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(await plain.text()).toBe(await compressed.text())
  const head = await fetch(url + path, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test.each(['/docs/aws', '/docs/files/../package.json', '/docs/files/%2e%2e/package.json', '/_mock/console/main.tsx'])(
  '%s is no page',
  async (path) => {
    const { port } = await start()
    const [response]: IncomingMessage[] = await once(httpRequest({ port, path, host: '127.0.0.1' }).end(), 'response')
    expect(response?.statusCode).toBe(404)
    response?.resume()
  },
)

test('an API that the mock does not serve has no API reference', async () => {
  const { url } = await start({ apis: ['huawei-functiongraph-v2'] })
  expect((await fetch(`${url}/docs/aliyun-fc-2021-04-06`)).status).toBe(404)
  expect((await fetch(`${url}/docs/huawei-functiongraph-v2`)).status).toBe(200)
})

/** Reads events until a number of changes has been seen. */
async function readChanges(response: Response, count: number): Promise<number> {
  let seen = 0
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  while (seen < count) {
    const { done = true, value = '' } = (await reader?.read()) ?? {}
    if (done) break
    seen += value.split('event: change').length - 1
  }
  await reader?.cancel()
  return seen
}

test('requests, commands and changes in code are events for a page, and reads are not', async () => {
  const { url, emulator } = await start()
  const actions = [
    () => fetch(`${url}/2016-08-15/services`),
    () => fetch(`${url}/_mock/faults`, { method: 'POST', body: '{"delayMs":1}' }),
    async () => emulator.seed({ 'aliyun-fc-2016-08-15': { services: [{ serviceName: 'demo' }] } }),
  ]
  for (const act of actions) {
    const response = await fetch(`${url}/_mock/events`)
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    await new Promise((resolve) => setTimeout(resolve, 300)) // the first events tell the current state
    await act()
    expect(await readChanges(response, 2)).toBeGreaterThanOrEqual(2)
  }
  const quiet = await fetch(`${url}/_mock/events`)
  await new Promise((resolve) => setTimeout(resolve, 300))
  await fetch(`${url}/_mock/request-log`)
  const events = readChanges(quiet, 3)
  expect(await Promise.race([events, new Promise((resolve) => setTimeout(resolve, 500, 'nothing'))])).toBe('nothing')
  await emulator.resetAll()
})

test('the end of a function is an event for a page', async () => {
  let end = (_: string) => {}
  const run = () =>
    new Promise<string>((resolve) => {
      end = resolve
    })
  const code = { ossBucketName: 'b', ossObjectName: 'o' }
  const functions = [{ functionName: 'f', handler: 'h.h', runtime: 'nodejs8' as const, code }]
  const { url } = await start({
    seed: { 'aliyun-fc-2016-08-15': { services: [{ serviceName: 'demo', functions }] } },
    behaviour: { 'aliyun-fc': { invocations: [{ answer: run }] } },
  })
  const invoked = fetch(`${url}/2016-08-15/services/demo/functions/f/invocations`, { method: 'POST' })
  await new Promise((resolve) => setTimeout(resolve, 100))
  const response = await fetch(`${url}/_mock/events`)
  await new Promise((resolve) => setTimeout(resolve, 300)) // the first events tell the current state
  end('done')
  expect(await (await invoked).text()).toBe('done')
  expect(await readChanges(response, 3)).toBe(3)
})

test('events need the token and a web page of this machine, and only a limited number of pages gets them', async () => {
  const locked = await start({ controlToken: 'token' })
  expect((await fetch(`${locked.url}/_mock/events`)).status).toBe(401)
  const allowed = await fetch(`${locked.url}/_mock/events`, { headers: { 'X-Mock-Token': 'token' } })
  expect(allowed.status).toBe(200)
  await allowed.body?.cancel()
  const { url } = await start()
  const foreign = await fetch(`${url}/_mock/events`, { headers: { origin: 'https://evil.example' } })
  expect(foreign.status).toBe(403)
  const pages = await Promise.all(Array.from({ length: 21 }, () => fetch(`${url}/_mock/events`)))
  expect(pages.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 20 }, () => 200), 503])
  for (const page of pages) await page.body?.cancel()
})
