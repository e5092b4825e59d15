import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { connect } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { createMock } from '../fetch/fetch.ts'
import type { MockEmulator } from '../options.ts'
import { PortInUseError } from './listen.ts'
import { type Served, type ServeOptions, serve } from './node.ts'

const open: Served[] = []
afterEach(async () => {
  // Some tests have closed theirs.
  for (const served of open.splice(0)) await served.close().catch(() => {})
})

async function start(options: ServeOptions = {}) {
  const served = await serve({ port: 0, ...options })
  open.push(served)
  return served
}

const services = '/2016-08-15/services'
const demo = JSON.stringify({ serviceName: 'demo' })

/** The response to raw bytes on a socket, headers and all. */
async function sendRaw({ port }: Served, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8')
  let received = ''
  socket.on('data', (chunk) => {
    received += chunk
  })
  socket.end(text)
  await once(socket, 'close')
  return received
}

async function readAll(message: IncomingMessage): Promise<string> {
  return (await message.setEncoding('utf8').toArray()).join('')
}

test('a created service can be read, and header names have the case that clients expect', async () => {
  const served = await start()
  await fetch(served.url + services, { method: 'POST', body: demo })
  const [response]: IncomingMessage[] = await once(httpRequest(`${served.url}${services}/demo`).end(), 'response')
  expect(response?.statusCode).toBe(200)
  expect(response?.rawHeaders).toEqual(expect.arrayContaining(['Etag', 'X-Fc-Request-Id', 'Content-Length']))
  expect(JSON.parse(await readAll(response as IncomingMessage))).toMatchObject({ serviceName: 'demo' })
})

test('a delete returns 204 without content type, length or body', async () => {
  const served = await start()
  await fetch(served.url + services, { method: 'POST', body: demo })
  const received = await sendRaw(served, `DELETE ${services}/demo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
  expect(received).toMatch(/^HTTP\/1.1 204 /)
  expect(received).not.toMatch(/content-type|content-length|transfer-encoding/i)
  expect(received).toMatch(/\r\n\r\n$/)
})

test('a port in use is a PortInUseError', async () => {
  const { port } = await start()
  const error = await serve({ port }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(PortInUseError)
  expect(error).toMatchObject({
    port,
    host: '127.0.0.1',
    message: `port ${port} on 127.0.0.1 is in use; use another port, or 0 for a free port`,
  })
})

test('after closing, the port is free again', async () => {
  const served = await serve({ port: 0 })
  await fetch(`${served.url}/_mock/health`) // leaves a connection open that is idle
  await served.close()
  await expect(fetch(`${served.url}/_mock/health`)).rejects.toThrow()
  await start({ port: served.port })
})

test.each(['[', 'http://', 'a b', ':::', '%', 'x'.repeat(5000)])('a Host of "%.20s" is accepted', async (host) => {
  const served = await start()
  const received = await sendRaw(served, `GET ${services} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
  expect(received).toMatch(/^HTTP\/1.1 200 /)
})

test('a request target with a whole URL is handled like its path', async () => {
  const served = await start()
  const received = await sendRaw(
    served,
    `GET http://1.cn-hangzhou.fc.aliyuncs.com${services}?limit=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
  )
  expect(received).toMatch(/^HTTP\/1.1 200 /)
})

test('a body whose Content-Length is too large is rejected before it is sent, in the envelope of the API', async () => {
  const served = await start({ maxBodyBytes: 1000 })
  const options: RequestOptions = { method: 'POST', headers: { 'content-length': 10_000, expect: '100-continue' } }
  const request = httpRequest(served.url + services, options)
  request.on('error', () => {}) // the connection ends without the body
  request.flushHeaders()
  const [response] = await once(request, 'response')
  expect(response.statusCode).toBe(400)
  expect(JSON.parse(await readAll(response))).toMatchObject({ ErrorCode: 'EntityTooLarge' })
  request.destroy()
})

test('a body that becomes too large is rejected, and the client can read the response', async () => {
  const served = await start({ maxBodyBytes: 1000 })
  const chunks = Array.from({ length: 200 }, () => new Uint8Array(64 * 1024))
  const response = await fetch(served.url + services, {
    method: 'POST',
    body: new Blob(chunks).stream(),
    duplex: 'half',
  } as RequestInit)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({
    ErrorCode: 'EntityTooLarge',
    ErrorMessage: 'body: must have at most 1000 bytes',
  })
  expect((await fetch(`${served.url}/_mock/health`)).status).toBe(200)
})

test('the rejection of a body that is too large does not wait for the end of the body', async () => {
  const served = await start({ maxBodyBytes: 1000 })
  const socket = connect(served.port, '127.0.0.1').setEncoding('utf8')
  const chunk = `7d0\r\n${'x'.repeat(2000)}\r\n` // 2000 bytes, and no last chunk after it
  socket.write(`POST ${services} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}`)
  const [received] = await once(socket, 'data')
  expect(received).toMatch(/^HTTP\/1.1 400 .*EntityTooLarge/s)
  socket.destroy()
})

test('an incomplete upload stores nothing, and the server continues', async () => {
  const served = await start()
  const socket = connect(served.port, '127.0.0.1')
  socket.write(`POST ${services} HTTP/1.1\r\nHost: x\r\nContent-Length: ${demo.length + 10}\r\n\r\n${demo}`)
  await new Promise((resolve) => setTimeout(resolve, 50))
  socket.destroy()
  await once(socket, 'close')
  expect(await (await fetch(served.url + services)).json()).toEqual({ services: [] })
})

test('bytes that are not HTTP are rejected, and the server continues', async () => {
  const served = await start()
  expect(await sendRaw(served, 'nonsense\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /)
  expect((await fetch(`${served.url}/_mock/health`)).status).toBe(200)
})

test('a web page of another origin can send requests and read the exposed headers', async () => {
  const served = await start()
  const origin = 'https://app.example'
  const preflight = await fetch(served.url + services, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-fc-date' },
  })
  expect(preflight.status).toBe(204)
  expect(Object.fromEntries(preflight.headers)).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, POST, PUT, DELETE',
    'access-control-allow-headers': 'x-fc-date',
  })
  const response = await fetch(served.url + services, { headers: { origin } })
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  const exposed = response.headers.get('access-control-expose-headers')?.toLowerCase().split(', ')
  expect(exposed).toEqual(
    expect.arrayContaining(['date', 'etag', 'x-fc-request-id', 'x-mock-rule', 'x-mock-auth-hint']),
  )
})

test('preflight requests to an HTTP trigger reach the function, whose headers win', async () => {
  const http = { status: 204, headers: { 'Access-Control-Allow-Origin': 'https://app.example', Allow: 'GET' } }
  const served = await start({
    behaviour: { 'aliyun-fc': { invocations: [{ response: { kind: 'echo' }, http }] } },
  })
  const post = (path: string, body: object) =>
    fetch(served.url + services + path, { method: 'POST', body: JSON.stringify(body) })
  await post('', { serviceName: 'demo' })
  const code = { ossBucketName: 'b', ossObjectName: 'o' }
  await post('/demo/functions', { functionName: 'f', handler: 'h.h', runtime: 'nodejs8', code })
  const triggerConfig = { authType: 'anonymous', methods: ['OPTIONS'] }
  await post('/demo/functions/f/triggers', { triggerName: 't', triggerType: 'http', triggerConfig })
  const headers = { origin: 'https://app.example', 'access-control-request-method': 'PATCH' }
  const response = await fetch(`${served.url}/2016-08-15/proxy/demo/f/?a=b`, { method: 'OPTIONS', headers })
  expect([response.status, response.headers.get('allow')]).toEqual([204, 'GET'])
  expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example')
  expect(response.headers.get('access-control-allow-methods')).toBeNull()
})

test('on loopback the control API needs no token; otherwise it requires a generated token', async () => {
  const local = await start()
  expect(local.controlToken).toBeUndefined()
  expect((await fetch(`${local.url}/_mock/coverage`)).status).toBe(200)

  const wide = await start({ host: '0.0.0.0' })
  const url = `http://127.0.0.1:${wide.port}/_mock/coverage`
  expect((await fetch(url)).status).toBe(401)
  expect((await fetch(url, { headers: { 'X-Mock-Token': wide.controlToken ?? '' } })).status).toBe(200)
})

test.each(['0.0.0.0', '::', '127.example.test'])('an existing emulator is not served on %s', async (host) => {
  const { emulator } = createMock()
  await expect(serve({ port: 0, host, emulator })).rejects.toThrow(`only be served on loopback, not on ${host}`)
})

test('a configured token is also required on loopback', async () => {
  const served = await start({ controlToken: 'chosen' })
  expect(served.controlToken).toBe('chosen')
  expect((await fetch(`${served.url}/_mock/coverage`)).status).toBe(401)
  expect((await fetch(`${served.url}/_mock/health`)).status).toBe(200)
})

test('the control API reads YAML', async () => {
  const served = await start()
  const seed = async (body: string) => {
    const headers = { 'content-type': 'application/yaml' }
    const response = await fetch(`${served.url}/_mock/seed`, { method: 'POST', headers, body })
    return [response.status, ((await response.json()) as { error?: string }).error]
  }
  expect(await seed('huawei-functiongraph-v2: []')).toEqual([200, undefined])
  expect(await seed('a: [')).toEqual([400, expect.stringContaining('line 1, column 5: ')])
})

test('every byte of a deterministic response repeats, including its date', async () => {
  const create = `POST ${services} HTTP/1.1\r\nHost: x\r\nContent-Length: ${demo.length}\r\nConnection: close\r\n`
  const send = async (header: string) => {
    const served = await start({ deterministic: 'seed' })
    return sendRaw(served, `${create}${header}\r\n${demo}`)
  }
  const responses = [await send(''), await send('')]
  expect(responses[0]).toMatch(/^HTTP\/1.1 200 OK\r\n[\s\S]*\r\nDate: Thu, 01 Jan 2026 00:00:01 GMT\r\n/)
  expect(responses[1]).toBe(responses[0])
  expect(await send('X-Mock-Namespace: other\r\n')).not.toBe(responses[0])
  expect(await send('X-Mock-Namespace: not a name\r\n')).toMatch(/^HTTP\/1.1 400 /)
})

/** A server over an emulator whose every response has the given connection fault or delay. */
async function startWith(extra: { connection?: 'reset' | 'truncate' | 'hang'; delayMs?: number }) {
  const result = { status: 200, headers: { 'Content-Type': 'text/plain' }, body: 'x'.repeat(100), ...extra }
  const emulator: MockEmulator = { ...(await start()).emulator, handle: async () => result }
  return start({ emulator })
}

test.each(['reset', 'truncate'] as const)('the connection fault "%s" breaks the connection', async (connection) => {
  const served = await startWith({ connection })
  await expect(fetch(served.url).then((response) => response.text())).rejects.toThrow()
})

test('the connection fault "hang" sends nothing, and closing the server ends the request', async () => {
  const served = await startWith({ connection: 'hang' })
  await expect(fetch(served.url, { signal: AbortSignal.timeout(200) })).rejects.toThrow(/timeout/)
})

test('a delayed response is complete', async () => {
  const served = await startWith({ delayMs: 100 })
  const start = performance.now()
  expect(await (await fetch(served.url)).text()).toHaveLength(100)
  expect(performance.now() - start).toBeGreaterThan(90)
})

test('closing waits for running requests and ends those that take too long', async () => {
  const soon = await startWith({ delayMs: 300 })
  const received = fetch(soon.url).then((response) => response.text())
  await new Promise((resolve) => setTimeout(resolve, 100))
  await soon.close()
  expect(await received).toHaveLength(100)

  const late = await startWith({ delayMs: 60_000 })
  const never = expect(fetch(late.url)).rejects.toThrow()
  await new Promise((resolve) => setTimeout(resolve, 100))
  const start = performance.now()
  await late.close()
  expect(performance.now() - start).toBeLessThan(3000)
  await never
})

test('an exception of the emulator is a 500 without its message, and the server continues', async () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { emulator } = await start()
  const defect = new Error('secret')
  const served = await start({
    emulator: {
      ...emulator,
      handle: () => {
        throw defect
      },
    },
  })
  const response = await fetch(served.url)
  expect(printed).toHaveBeenCalledWith('GET /:', defect)
  printed.mockRestore()
  expect([response.status, await response.json()]).toEqual([500, { error: 'the mock failed' }])
})

test('a response with invalid headers is a 500, and the server continues', async () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { emulator } = await start()
  const served = await start({
    emulator: {
      ...emulator,
      handle: (request) =>
        request.path === '/bad' ? { status: 200, headers: { 'X-Bad': 'a\nb' }, body: 'x' } : emulator.handle(request),
    },
  })
  expect((await fetch(`${served.url}/bad`)).status).toBe(500)
  printed.mockRestore()
  expect((await fetch(`${served.url}${services}`)).status).toBe(200)
})

test('responses to simultaneous requests have the time of their own request', async () => {
  const served = await start({ deterministic: 'seed' })
  const ask = (connection: string) => `GET ${services} HTTP/1.1\r\nHost: x\r\nConnection: ${connection}\r\n\r\n`
  const responses = await sendRaw(served, ask('keep-alive') + ask('close'))
  expect(responses.match(/(?<=^Date: ).*/gm)).toEqual([
    'Thu, 01 Jan 2026 00:00:01 GMT',
    'Thu, 01 Jan 2026 00:00:02 GMT',
  ])
})
