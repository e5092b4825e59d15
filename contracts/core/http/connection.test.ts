import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { expect, onTestFinished, test, vi } from 'vitest'
import { aliyunFc20160815 as api } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import { toExchangeRecord } from './exchange-record.ts'
import { createTarget, type TargetOptions } from './target.ts'

const { listServices, createService, getService } = api.operations

async function start(listener: Parameters<typeof createServer>[1]) {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server has a port
}

function open(baseUrl: string, options: Partial<TargetOptions> = {}) {
  const target = createTarget({ api, baseUrl, timeoutMs: 2000, ...options })
  onTestFinished(target.close)
  return target
}

const text = JSON.stringify({ services: [] })

test.each([
  ['gzip', gzipSync(text)],
  ['br', brotliCompressSync(text)],
  ['deflate', deflateSync(text)],
  ['deflate', deflateRawSync(text)],
  ['zstd', zstdCompressSync(text)],
  ['gzip, br', brotliCompressSync(gzipSync(text))],
  ['Identity', Buffer.from(text)],
])('C03: a body with the Content-Encoding %s is decoded', async (encoding, body) => {
  const target = open(await start((_, response) => response.setHeader('Content-Encoding', encoding).end(body)))
  const { response } = await target.send(listServices)
  expect(Buffer.from(response.body).toString()).toBe(text)
})

test.each([
  ['an unknown Content-Encoding', 'x-private', Buffer.from(text), 'malformed', 'unknown Content-Encoding "x-private"'],
  ['a wrong Content-Encoding', 'gzip', Buffer.from(text), 'malformed', 'not valid gzip, its Content-Encoding'],
  ['a small body that decodes to a large one', 'gzip', gzipSync('x'.repeat(99_999)), 'oversized', 'larger than 1000'],
  ['many encodings', 'gzip,gzip,gzip,gzip,gzip', gzipSync(text), 'malformed', '5 encodings'],
])('C03: the finding names %s', async (_, encoding, body, fault, message) => {
  const baseUrl = await start((_, response) => response.setHeader('Content-Encoding', encoding).end(body))
  await expect(open(baseUrl, { maxBodyBytes: 1000 }).send(listServices)).rejects.toMatchObject({
    fault,
    isTargets: true,
    message: expect.stringContaining(message),
  })
})

test('C16: every request, also a download, uses the proxy of the environment and keeps its path', async () => {
  const seen: string[] = []
  const proxy = await start((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.host} ${request.headers['proxy-authorization']}`)
    response.end('{}')
  })
  vi.stubEnv('NODE_USE_ENV_PROXY', '1')
  vi.stubEnv('HTTP_PROXY', proxy.replace('//', '//me:secret@'))
  vi.stubEnv('NO_PROXY', 'b.test,.c.test')
  onTestFinished(() => void vi.unstubAllEnvs())
  const target = open('http://a.test:81')
  await target.send(getService, { rawPath: '/services/../a%2f' })
  await target.download('http://a.test:81/code?x=1')
  const basic = 'Basic bWU6c2VjcmV0'
  expect(seen).toEqual([
    `GET http://a.test:81/2016-08-15/services/../a%2f a.test:81 ${basic}`,
    `GET http://a.test:81/code?x=1 a.test:81 ${basic}`,
  ])
  for (const host of ['b.test', 'x.c.test']) {
    await expect(open(`http://${host}`).send(listServices)).rejects.toThrow(/no connection/)
  }
  vi.stubEnv('NODE_USE_ENV_PROXY', '')
  await expect(open('http://a.test').send(listServices)).rejects.toThrow(/no connection/)
  expect(seen).toHaveLength(2)
})

test('C16: a download of another host is not sent', async () => {
  const target = open(await start((_, response) => response.end()))
  expect(await target.download('http://127.0.0.1:1/code')).toBeUndefined()
  expect(await target.download('file:///etc/hostname')).toBeUndefined()
})

test('C17: headers of the settings are part of every request, and records mask their values', async () => {
  const seen: unknown[] = []
  const baseUrl = await start((request, response) => {
    seen.push([request.headers['x-api-key'], request.headers.accept])
    response.end('{}')
  })
  const target = open(baseUrl, { headers: { 'X-Api-Key': 'k-1', Accept: 'text/x' } })
  const exchange = await target.send(createService, { body: {} })
  await target.send(listServices, { headers: { accept: 'text/y' } })
  await target.download(`${baseUrl}/code`)
  expect(seen).toEqual([
    ['k-1', 'text/x'],
    ['k-1', 'text/y'],
    ['k-1', 'text/x'],
  ])
  expect(JSON.stringify(toExchangeRecord(exchange))).not.toContain('k-1')
})

test('https to a server without TLS is not reachable, and the reason names the address with http', async () => {
  const baseUrl = await start((_, response) => response.end())
  await expect(open(`${baseUrl.replace('http:', 'https:')}/fc`).send(listServices)).rejects.toMatchObject({
    fault: 'unreachable',
    message: `no connection: no TLS at this address; did you mean ${baseUrl}/fc?`,
  })
})
