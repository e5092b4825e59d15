import type { Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { aliyunFc20160815 as api } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import { startWireServer } from '../../testing/wire-server.ts'
import { WrongUseError } from '../exit-codes.ts'
import { readHeader } from './exchange.ts'
import { createTarget, type TargetOptions } from './target.ts'
import { TransportError } from './transport-error.ts'

const { createService, getService, listServices } = api.operations

const sound = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}'

/** A target that connects to a server of raw bytes. Both are closed when the test ends. */
async function startTarget(
  serve: (socket: Socket, request: string) => void,
  options: Partial<TargetOptions> & { basePath?: string } = {},
) {
  const server = await startWireServer(serve)
  const { basePath = '', ...rest } = options
  const target = createTarget({ api, baseUrl: server.baseUrl + basePath, timeoutMs: 300, ...rest })
  onTestFinished(async () => {
    target.close()
    await server.close()
  })
  return { target, server }
}

type Serve = (socket: Socket) => void

function result(text: string): Serve {
  return (socket) => {
    socket.write(Buffer.from(text, 'latin1'))
  }
}

function ignore(): void {}

function hangUp(socket: Socket): void {
  socket.destroy()
}

function reset(socket: Socket): void {
  socket.resetAndDestroy()
}

async function faultOf(serve: (socket: Socket) => void, options: Partial<TargetOptions> = {}) {
  const { target } = await startTarget(serve, options)
  const error: unknown = await target.send(listServices).catch((reason: unknown) => reason)
  if (!(error instanceof TransportError)) throw new Error(`expected a TransportError, not ${String(error)}`)
  return error
}

test('a request has the base path, the encoded path, the query and a JSON body', async () => {
  const { target, server } = await startTarget(result(sound))
  await target.send(getService, { path: { serviceName: 'a/b c' }, query: { limit: 1, of: ['x', 'y'], no: undefined } })
  await target.send(createService, { body: { serviceName: 'ü' } })
  expect(server.requests[0]).toMatch(/^GET \/2016-08-15\/services\/a%2Fb%20c\?limit=1&of=x&of=y HTTP\/1.1\r\n/)
  expect(server.requests[1]).toMatch(/^POST \/2016-08-15\/services HTTP\/1.1\r\n/)
  expect(server.requests[1]).toContain('content-type: application/json\r\n')
  expect(server.requests[1]).toContain('content-length: 20\r\n')
  expect(server.requests[1]).toMatch(/\r\n\r\n\{"serviceName":"ü"\}$/)
})

test('a value for the qualifier selects the qualified path', async () => {
  const { target, server } = await startTarget(result(sound))
  await target.send(getService, { path: { serviceName: 'a', qualifier: '1' } })
  expect(server.requests[0]).toMatch(/^GET \/2016-08-15\/services\/a\.1 /)
})

test('a base URL may end in the base path', async () => {
  const { target, server } = await startTarget(result(sound), { basePath: '/2016-08-15/' })
  await target.send(listServices)
  expect(server.requests[0]).toMatch(/^GET \/2016-08-15\/services /)
})

test('invalid input is sent unchanged', async () => {
  const { target, server } = await startTarget(result(sound))
  await target.send(createService, {
    rawBody: '{"serviceName":',
    headers: { 'Content-Type': undefined, 'X-Note': 'é' },
  })
  await target.send(createService, { method: 'patch', rawPath: '/a/../b%2f', body: [1] })
  expect(server.requests[0]).not.toMatch(/content-type/i)
  expect(server.requests[0]).toMatch(/\r\n\r\n\{"serviceName":$/)
  expect(server.requests[1]).toMatch(/^PATCH \/2016-08-15\/a\/\.\.\/b%2f /)
})

test('a signer sees the final bytes, and its headers are sent and recorded', async () => {
  const { target, server } = await startTarget(result(sound), {
    signer: async ({ method, url, headers, body }) => ({
      authorization: [method, new URL(url).pathname, headers.length, body.length].join(' '),
    }),
  })
  const { request } = await target.send(createService, { body: {} })
  expect(server.requests[0]).toContain('authorization: POST /2016-08-15/services 4 2\r\n')
  expect(readHeader(request, 'Authorization')).toBe('POST /2016-08-15/services 4 2')
})

test('a response keeps its header names, its bytes and its status', async () => {
  const { target } = await startTarget(
    result('HTTP/1.1 299 Other\r\nX-NOTE: 1\r\nx-note: 2\r\ncontent-length: 1\r\n\r\n\xff'),
  )
  const { response } = await target.send(listServices)
  expect(response.status).toBe(299)
  expect(response.headers.slice(0, 2)).toEqual([
    ['X-NOTE', '1'],
    ['x-note', '2'],
  ])
  expect(readHeader(response, 'x-Note')).toBe('1, 2')
  expect(response.body.length).toBe(1)
})

test('a redirect is a response and is not followed', async () => {
  const { target, server } = await startTarget(
    result('HTTP/1.1 302 Found\r\nlocation: /login\r\ncontent-length: 0\r\n\r\n'),
  )
  const { response } = await target.send(listServices)
  expect(response.status).toBe(302)
  expect(server.requests.length).toBe(1)
})

test('a throttled request is sent again after the pause in the response, at most six times', async () => {
  const throttled = 'HTTP/1.1 429 Slow\r\nretry-after: 0\r\ncontent-length: 0\r\n\r\n'
  let calls = 0
  const once = await startTarget((socket) => {
    calls += 1
    socket.write(calls === 1 ? throttled : sound)
  })
  const first = await once.target.send(listServices)
  expect([first.response.status, first.attempts]).toEqual([200, 2])
  const dated = await startTarget((socket) => {
    calls += 1
    const date = new Date(Date.now() - 1000).toUTCString()
    socket.write(calls === 3 ? throttled.replace('retry-after: 0', `retry-after: ${date}`) : sound)
  })
  expect(await dated.target.send(listServices)).toMatchObject({ response: { status: 200 }, attempts: 2 })
  const always = await startTarget(result(throttled))
  const second = await always.target.send(listServices)
  expect([second.response.status, second.attempts]).toEqual([429, 6])
})

test.each([
  ['sends nothing', ignore, 'timeout', /no response came within 300 ms/],
  ['sends its body slowly', dribble, 'timeout', /the response did not end within 300 ms/],
  ['closes without a response', hangUp, 'reset', /closed without a response/],
  ['resets', reset, 'reset', /closed without a response/],
  ['closes in the middle of the body', breakOff, 'cut-off', /in the middle of the response/],
  ['sends an endless body', flood, 'oversized', /body of the response is larger than 1000 bytes/],
  [
    'sends a head of ten megabytes',
    result(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(1e7)}\r\n\r\n`),
    'oversized',
    /head of the response is too large/,
  ],
  ['does not use HTTP', result('SSH-2.0-OpenSSH_9.6\r\n\r\n'), 'malformed', /not HTTP/],
] as const)('a server that %s has failed the request', async (_, serve, fault, message) => {
  const error = await faultOf(serve, { maxBodyBytes: 1000 })
  expect(error.fault).toBe(fault)
  expect(error.message).toMatch(message)
  expect(error.isTargets).toBe(true)
  expect(error.request.url).toMatch(/\/2016-08-15\/services$/)
})

test('a refused connection is not a failure of the target', async () => {
  const server = await startWireServer(() => undefined)
  await server.close()
  const target = createTarget({ api, baseUrl: server.baseUrl })
  const error = await target.send(listServices).catch((reason: unknown) => reason)
  expect(error).toMatchObject({
    fault: 'unreachable',
    isTargets: false,
    message: expect.stringContaining('ECONNREFUSED'),
  })
})

test('after three consecutive requests without a response no more are sent', async () => {
  const { target, server } = await startTarget(() => undefined, { timeoutMs: 50 })
  for (let sent = 0; sent < 3; sent += 1) await expect(target.send(listServices)).rejects.toThrow(/no response/)
  await expect(target.send(listServices)).rejects.toMatchObject({ fault: 'gave-up', isTargets: false })
  expect(server.requests.length).toBe(3)
})

test.each([
  ['no URL', 'localhost:4010', /must begin with http:\/\/ or https:\/\//],
  ['another scheme', 'ftp://a', /must begin with http:\/\/ or https:\/\//],
  ['a password', 'http://me:secret@a', /name or password/],
  ['a query', 'http://a?b', /query/],
])('a base URL with %s is wrong use', (_, baseUrl, message) => {
  expect(() => createTarget({ api, baseUrl })).toThrow(message)
  expect(() => createTarget({ api, baseUrl })).toThrow(WrongUseError)
})

function dribble(socket: Socket): void {
  socket.write('HTTP/1.1 200 OK\r\ncontent-length: 99999\r\n\r\n')
  const timer = setInterval(() => socket.write('x'), 20)
  socket.on('close', () => clearInterval(timer))
}

function breakOff(socket: Socket): void {
  const close = () => {
    socket.destroy()
  }
  socket.write('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n{}', close)
}

function flood(socket: Socket): void {
  socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n')
  const timer = setInterval(() => socket.write(`400\r\n${'x'.repeat(1024)}\r\n`), 1)
  socket.on('close', () => clearInterval(timer))
}
