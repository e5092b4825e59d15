/** Failures of the mock that real clients have met. Each test names the row of its case. */
import { expect, test } from 'vitest'
import { createMock } from '../mocks/adapters/fetch/fetch.ts'

const base = 'http://127.0.0.1/2016-08-15'

function createClient(options: Parameters<typeof createMock>[0] = {}) {
  const mock = createMock(options)
  const send = (method: string, path: string, body?: object) =>
    mock.fetch(`${base}${path}`, { method, ...(body && { body: JSON.stringify(body) }) })
  return { mock, send }
}

const leastFunction = {
  functionName: 'f',
  handler: 'index.handler',
  runtime: 'nodejs8',
  code: { zipFile: Buffer.from('a zip archive').toString('base64') },
}

test.each([
  ['handledError', { kind: 'handledError', message: 'no' }],
  ['unhandledError', { kind: 'unhandledError', message: 'no' }],
  ['json', { kind: 'json', value: { a: 1 } }],
] as const)('A05: the response of an invocation with the rule %s is JSON', async (_, response) => {
  const { send } = createClient({ behaviour: { 'aliyun-fc': { invocations: [{ response }] } } })
  await send('POST', '/services', { serviceName: 'demo' })
  await send('POST', '/services/demo/functions', leastFunction)
  const invoked = await send('POST', '/services/demo/functions/f/invocations')
  expect([invoked.status, invoked.headers.get('content-type')]).toEqual([200, 'application/json'])
  await expect(invoked.json()).resolves.toBeTypeOf('object')
})

test('A06: the pair that clients read is within the first 120 bytes of an error body', async () => {
  const { send } = createClient()
  const text = await (await send('GET', '/services/none')).text()
  expect(text.slice(0, 120)).toContain('"ErrorCode":"ServiceNotFound"')
  expect(text.slice(0, 120)).toContain('"ErrorMessage":')
})

test('A07: a download of code has the CRC-64 of its bytes in a header', async () => {
  const { mock, send } = createClient()
  await send('POST', '/services', { serviceName: 'demo' })
  await send('POST', '/services/demo/functions', leastFunction)
  const { url, checksum } = await (await send('GET', '/services/demo/functions/f/code')).json()
  const download = await mock.fetch(url)
  expect(await download.text()).toBe('a zip archive')
  expect(download.headers.get('x-oss-hash-crc64ecma')).toBe(checksum)
})

test('A13: HEAD is supported by the control API where GET is', async () => {
  const { mock } = createClient()
  for (const path of ['health', 'ready', 'coverage', 'request-log']) {
    const response = await mock.fetch(`http://127.0.0.1/_mock/${path}`, { method: 'HEAD' })
    expect([path, response.status, await response.text()]).toEqual([path, 200, ''])
  }
  expect((await mock.fetch('http://127.0.0.1/_mock/reset', { method: 'HEAD' })).status).toBe(405)
})

test('A15: reset removes the injected faults of its namespace, and no others', async () => {
  const { mock, send } = createClient()
  mock.emulator.faults.add({ status: 503, delayMs: 1 })
  mock.emulator.faults.add({ status: 503, namespace: 'default' })
  mock.emulator.faults.add({ status: 503, namespace: 'other' })
  mock.emulator.reset()
  expect((await send('GET', '/services')).status).toBe(200)
  expect(mock.emulator.faults.list().map(({ namespace }) => namespace)).toEqual(['other'])
})

test.each([
  [{ 'x-forwarded-proto': 'https', 'x-forwarded-host': 'fc.example' }, 'https://fc.example/2016-08-15/'],
  [
    { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'fc.example:8443', 'x-forwarded-prefix': '/mock' },
    'https://fc.example:8443/mock/2016-08-15/',
  ],
  [{}, 'http://127.0.0.1/2016-08-15/'],
])('A18: the URL of a code download is that of the proxy: %j', async (headers: Record<string, string>, start) => {
  const { mock, send } = createClient()
  await send('POST', '/services', { serviceName: 'demo' })
  await send('POST', '/services/demo/functions', leastFunction)
  const { url } = await (await mock.fetch(`${base}/services/demo/functions/f/code`, { headers })).json()
  expect(url.startsWith(start)).toBe(true)
  const download = await mock.fetch(url.replace(/^.*(?=\/2016)/, 'http://127.0.0.1'))
  expect(await download.text()).toBe('a zip archive')
})

test('A18: the URL of a code download starts with the configured public URL', async () => {
  const { send } = createClient({ publicUrl: 'https://fc.example/mock/' })
  await send('POST', '/services', { serviceName: 'demo' })
  await send('POST', '/services/demo/functions', leastFunction)
  const { url } = await (await send('GET', '/services/demo/functions/f/code')).json()
  expect(url.startsWith('https://fc.example/mock/2016-08-15/')).toBe(true)
})
