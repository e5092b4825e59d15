import { once } from 'node:events'
import { request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setupServer } from 'msw/node'
import { expect, test } from 'vitest'
import { toCrc64 } from '../../schemas/core/lib/crc64.ts'
import { createMock } from '../adapters/fetch/fetch.ts'
import { serve } from '../adapters/http/node.ts'
import { handlers } from '../adapters/msw/msw.ts'
import { createDemo, leastFunction } from '../aliyun-fc/testing/fc.ts'

const codePath = '/demo/functions/f/code'

type Demo = ReturnType<typeof createDemo>

/** Downloads as any client would: with nothing but the address. */
function download({ sendRaw }: Demo, url: string, method = 'GET') {
  const { pathname, search } = new URL(url)
  return sendRaw(method, pathname + search)
}

const text = (body: unknown) => new TextDecoder().decode(body as Uint8Array)

test('the response has the checksum of the function and a URL of the mock', () => {
  const { send } = createDemo()
  const { status, body, headers } = send('GET', codePath)
  expect([status, body.checksum]).toEqual([200, send('GET', '/demo/functions/f').body.codeChecksum])
  expect(body.url).toMatch(/^http:\/\/localhost\/2016-08-15\/_mock\/code\?/)
  expect(headers, 'page 004 lists no ETag here').not.toHaveProperty('Etag')
})

test('the URL returns the uploaded bytes and needs no header', () => {
  const demo = createDemo()
  const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i % 256)
  const zipFile = btoa(String.fromCharCode(...bytes))
  demo.send('PUT', '/demo/functions/f', { code: { zipFile } })
  const result = download(demo, demo.send('GET', codePath).body.url)
  expect(result).toMatchObject({ status: 200, headers: { 'Content-Type': 'application/zip' } })
  expect(result.body).toEqual(bytes)
  expect(download(demo, demo.send('GET', codePath).body.url, 'HEAD').status).toBe(200)
  const methods = demo.emulator.requestLog({ purpose: 'code download' }).map(({ request }) => request.method)
  expect(methods).toEqual(['GET', 'HEAD'])
})

test('code in OSS has bytes that match its checksum and size, for any name', () => {
  const demo = createDemo()
  for (const ossObjectName of ['a.zip', 'ä/ö.zip', '\ud800']) {
    const code = { ossBucketName: 'bucket', ossObjectName }
    const { codeSize, codeChecksum } = demo.send('PUT', '/demo/functions/f', { code }).body
    const { body } = download(demo, demo.send('GET', codePath).body.url)
    const bytes = new TextEncoder().encode(String(body))
    expect([bytes.length, toCrc64(bytes)]).toEqual([codeSize, codeChecksum])
  }
})

test('a name may contain characters that a URL must encode', () => {
  const demo = createDemo()
  const functionName = "a/b c&d=e+f%'()*!ä?#\u0000"
  demo.send('POST', '', { serviceName: functionName })
  demo.send('POST', `/${encodeURIComponent(functionName)}/functions`, { ...leastFunction, functionName })
  const path = `/${encodeURIComponent(functionName)}/functions/${encodeURIComponent(functionName)}/code`
  const { url } = demo.send('GET', path).body
  expect(text(download(demo, url).body)).toBe('123456789')
  expect(url, 'and no client can have cause to encode it anew').toBe(new URL(url).href)
})

test('a version keeps its code, and an alias returns the URL of its version', () => {
  const demo = createDemo()
  demo.send('POST', '/demo/versions')
  demo.send('POST', '/demo/aliases', { aliasName: 'prod', versionId: '1' })
  demo.send('PUT', '/demo/functions/f', { code: { zipFile: btoa('new') } })
  demo.send('POST', '/demo/versions')
  const { url } = demo.send('GET', '/demo.prod/functions/f/code').body
  expect(url).toContain('version=1&')
  demo.send('PUT', '/demo/aliases/prod', { versionId: '2' })
  expect(text(download(demo, url).body), 'whatever becomes of the alias').toBe('123456789')
  expect(text(download(demo, demo.send('GET', '/demo.prod/functions/f/code').body.url).body)).toBe('new')
})

test('a URL is valid for an hour and cannot be extended or changed', () => {
  const demo = createDemo()
  demo.send('POST', '/demo/functions', { ...leastFunction, functionName: 'g' })
  const { url } = demo.send('GET', codePath).body
  const expires = Number(new URL(url).searchParams.get('Expires'))
  expect(expires * 1000).toBe(demo.clock.now() + 3_600_000)
  const tampered = [
    url.replace(`Expires=${expires}`, `Expires=${expires + 1}`),
    url.replace('function=f', 'function=g'),
    url.replace(/Signature=.*/, 'Signature='),
    url.replace(/&Signature=.*/, ''),
  ]
  for (const address of tampered) {
    expect(address).not.toBe(url)
    expect(download(demo, address).status).toBe(403)
  }
  demo.clock.advance(3_600_000)
  expect(download(demo, url).status).toBe(200)
  demo.clock.advance(1000)
  expect(download(demo, url)).toMatchObject({ status: 403, body: expect.stringContaining('expired') })
})

test('the URL of replaced or deleted code is invalid', () => {
  const demo = createDemo()
  const { url } = demo.send('GET', codePath).body
  demo.send('PUT', '/demo/functions/f', { timeout: 9 })
  expect(download(demo, url).status, 'a new setting leaves the code as it is').toBe(200)
  demo.send('PUT', '/demo/functions/f', { code: { zipFile: btoa('new') } })
  expect(download(demo, url).status).toBe(403)
  const ofOss = (ossObjectName: string) => ({ code: { ossBucketName: 'bucket', ossObjectName } })
  demo.send('PUT', '/demo/functions/f', ofOss('a.zip'))
  const ofFirst = demo.send('GET', codePath).body.url
  demo.send('PUT', '/demo/functions/f', ofOss('b.zip'))
  expect(download(demo, ofFirst).status).toBe(403)
  demo.send('DELETE', '/demo/functions/f')
  expect(download(demo, url).status).toBe(404)
})

test('a URL identifies its namespace', () => {
  const demo = createDemo()
  const one = { 'x-mock-namespace': 'one' }
  demo.send('POST', '', { serviceName: 'demo' }, one)
  demo.send('POST', '/demo/functions', { ...leastFunction, code: { zipFile: btoa('of one') } }, one)
  const { url } = demo.send('GET', codePath, undefined, one).body
  expect(text(download(demo, url).body)).toBe('of one')
  expect(download(demo, url.replace('namespace=one', 'namespace=never')).status).toBe(404)
})

test.each(['POST', 'PUT', 'DELETE'])('%s is not supported for the URL of code', (method) => {
  const demo = createDemo()
  const { url } = demo.send('GET', codePath).body
  expect(download(demo, url, method)).toMatchObject({ status: 400, body: expect.stringContaining('PathNotSupported') })
})

/** Creates a function through a `fetch`, asks where its code is and downloads it through the same. */
async function roundTrip(fetch: (url: string, init?: RequestInit) => Promise<Response>, base: string) {
  const services = `${base}/2016-08-15/services`
  const post = (url: string, body: object) => fetch(url, { method: 'POST', body: JSON.stringify(body) })
  await post(services, { serviceName: 'demo' })
  const created = await (await post(`${services}/demo/functions`, leastFunction)).json()
  const { url, checksum } = await (await fetch(`${services}${codePath}`)).json()
  expect(checksum).toBe(created.codeChecksum)
  expect(new URL(url).origin).toBe(new URL(base).origin)
  const response = await fetch(url)
  expect([response.status, await response.text()]).toEqual([200, '123456789'])
}

test('code can be downloaded over HTTP', async () => {
  const served = await serve({ port: 0 })
  try {
    await roundTrip(fetch, served.url)
  } finally {
    await served.close()
  }
})

test('code can be downloaded over HTTP by a client that omits the port in Host', async () => {
  const served = await serve({ port: 0 })
  try {
    await roundTrip(fetchWithoutPort, served.url)
  } finally {
    await served.close()
  }
})

/** Like `fetch`, which would not let a caller choose the Host header. */
async function fetchWithoutPort(url: string, init: RequestInit = {}): Promise<Response> {
  const sent = request(url, { method: init.method ?? 'GET', headers: { host: new URL(url).hostname } })
  sent.end(init.body)
  const [message] = await once(sent, 'response')
  return new Response(await buffer(message), { status: message.statusCode })
}

test('code can be downloaded without a socket', async () => {
  await roundTrip(createMock().fetch, 'https://123456789012.cn-hangzhou.fc.aliyuncs.com')
})

test('code can be downloaded from the host of the vendor, intercepted by MSW', async () => {
  const server = setupServer(...handlers())
  server.listen({ onUnhandledFrame: 'error' })
  try {
    await roundTrip(fetch, 'https://123456789012.cn-hangzhou.fc.aliyuncs.com')
  } finally {
    server.close()
  }
})
