import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from 'node:net'
import { createServer, type Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import type { Recorded } from '../recorded.ts'
import { createProxy } from './proxy.ts'
import { createUpstream } from './upstream.ts'

async function listen(server: Server | ReturnType<typeof createTcpServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
  return (server.address() as AddressInfo).port // a TCP server has a port
}

/** A proxy in front of a port. Records what it reports. */
async function startProxy(upstreamPort: number, rewritesHost = false) {
  const upstream = createUpstream(new URL(`http://127.0.0.1:${upstreamPort}`))
  onTestFinished(upstream.close)
  const recorded: (Recorded | undefined)[] = []
  const failures: string[] = []
  const { server, settled } = createProxy({
    upstream,
    rewritesHost,
    onRequest: () => (one) => recorded.push(one),
    onFailure: ({ message }) => failures.push(message),
  })
  const port = await listen(server)
  return { port, recorded, failures, settled }
}

/** A TCP server that sends bytes when a request has arrived, and keeps the bytes of the requests. */
async function startRaw(respond: (socket: Socket, received: string) => void) {
  let received = ''
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => {
      received += bytes.toString('latin1')
      respond(socket, received)
    })
  })
  return { port: await listen(server), toReceived: () => received }
}

/** Sends bytes to a port and collects the response until `end` matches or the connection closes. */
async function exchange(port: number, sent: string, end: RegExp): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  let received = ''
  socket.write(Buffer.from(sent, 'latin1'))
  await new Promise<void>((resolve, reject) => {
    socket.on('data', (bytes) => {
      received += bytes.toString('latin1')
      if (end.test(received)) resolve()
    })
    socket.on('close', () => resolve())
    socket.on('error', reject)
  })
  return received
}

test('request and response keep the bytes of bodies, and the order, case and repetition of headers', async () => {
  const raw = await startRaw((socket, received) => {
    if (received.endsWith('\x00\xffbody'))
      socket.write(
        Buffer.from(
          'HTTP/1.1 299 Other\r\neTaG: b\r\nX-A: 1\r\nx-a: 2\r\nKeep-Alive: timeout=9\r\nX-Hop: 1\r\nConnection: X-Hop\r\nContent-Length: 3\r\n\r\n\x01\xfe\n',
          'latin1',
        ),
      )
  })
  const { port, recorded } = await startProxy(raw.port)
  const sent = `PUT /a%2Fb/../c?x=1&x=%20 HTTP/1.1\r\nhOsT: other:1\r\nX-B: 1\r\nx-b: 2\r\nTE: trailers\r\nContent-Length: 6\r\n\r\n\x00\xffbody`
  const response = await exchange(port, sent, /\xfe\n$/)
  expect(raw.toReceived().replace(/Connection: keep-alive\r\n/, '')).toBe(sent.replace('TE: trailers\r\n', ''))
  expect(response.replace(/(Connection|Keep-Alive): .*\r\n/g, '')).toBe(
    'HTTP/1.1 299 Other\r\neTaG: b\r\nX-A: 1\r\nx-a: 2\r\nContent-Length: 3\r\n\r\n\x01\xfe\n',
  )
  // These belong to the connection with the upstream.
  expect(response).not.toMatch(/timeout=9|X-Hop/)
  expect(recorded).toMatchObject([
    {
      request: {
        method: 'PUT',
        url: `http://127.0.0.1:${raw.port}/a%2Fb/../c?x=1&x=%20`,
        body: Buffer.from('\x00\xffbody', 'latin1'),
      },
      response: { status: 299, body: Buffer.from('\x01\xfe\n', 'latin1') },
    },
  ])
})

test('a request without a length has no body, and --rewrite-host replaces only the host', async () => {
  const raw = await startRaw((socket) => socket.write('HTTP/1.1 204 No Content\r\n\r\n'))
  const { port } = await startProxy(raw.port, true)
  await exchange(port, 'POST / HTTP/1.1\r\nHost: other:1\r\n\r\n', /\r\n\r\n/)
  expect(raw.toReceived()).toMatch(
    new RegExp(
      `^POST / HTTP/1\\.1\r\nHost: 127\\.0\\.0\\.1:${raw.port}\r\nContent-Length: 0\r\nConnection: keep-alive\r\n\r\n$`,
    ),
  )
})

test('parts of a response arrive before its end, with trailers', async () => {
  let finish = () => {}
  const port = await listen(
    createServer((_, response) => {
      response.writeHead(200, { Trailer: 'X-Sum' })
      response.write('first')
      finish = () => {
        response.addTrailers({ 'X-Sum': '7' })
        response.end('last')
      }
    }),
  )
  const proxy = await startProxy(port)
  const socket = connect(proxy.port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  let received = ''
  socket.on('data', (bytes) => {
    received += bytes.toString()
  })
  socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
  await expect.poll(() => received).toMatch(/5\r\nfirst\r\n$/)
  expect(proxy.recorded).toEqual([])
  finish()
  await expect.poll(() => received).toMatch(/4\r\nlast\r\n0\r\nX-Sum: 7\r\n\r\n$/)
  expect(proxy.recorded).toMatchObject([{ response: { body: new TextEncoder().encode('firstlast') } }])
})

test('the upstream decides about 100 Continue', async () => {
  const raw = await startRaw((socket, received) => {
    if (received.endsWith('\r\n\r\n')) socket.write('HTTP/1.1 100 Continue\r\n\r\n')
    if (received.endsWith('hello')) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')
  })
  const { port } = await startProxy(raw.port)
  const socket = connect(port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  let received = ''
  socket.on('data', (bytes) => {
    received += bytes.toString()
  })
  socket.write('POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n')
  await expect.poll(() => received).toBe('HTTP/1.1 100 Continue\r\n\r\n')
  socket.write('hello')
  await expect.poll(() => received).toContain('HTTP/1.1 200 OK')
})

test('a slow client slows down the upstream, and a long body is not recorded', async () => {
  const total = 64 * 1024 * 1024
  let sent = 0
  const port = await listen(
    createServer((_, response) => {
      const write = () => {
        while (sent < total) {
          sent += 65536
          if (!response.write(Buffer.alloc(65536))) {
            response.once('drain', write)
            return
          }
        }
        response.end()
      }
      write()
    }),
  )
  const proxy = await startProxy(port)
  const socket = connect(proxy.port, '127.0.0.1')
  socket.pause()
  socket.write('GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
  await sleep(500)
  expect(sent).toBeLessThan(total / 2)
  let received = 0
  socket.on('data', ({ length }) => {
    received += length
  })
  socket.resume()
  await new Promise((resolve) => socket.once('close', resolve))
  expect(received).toBeGreaterThan(total)
  expect(proxy.recorded).toMatchObject([{ response: { body: 'missing' } }])
}, 30_000)

const upgraded = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n'

test('WebSocket bytes flow unchanged in both directions', async () => {
  const raw = await startRaw((socket, received) => {
    if (received.endsWith('\r\n\r\n')) socket.write(Buffer.from(`${upgraded}\x81\x01a`, 'latin1'))
    else socket.write(Buffer.from(`echo ${received.slice(-3)}`, 'latin1'))
  })
  const { port } = await startProxy(raw.port)
  const head =
    'GET /socket HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n\r\n'
  const socket = connect(port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  let received = ''
  socket.on('data', (bytes) => {
    received += bytes.toString('latin1')
  })
  socket.write(head)
  await expect.poll(() => received).toBe(`${upgraded}\x81\x01a`)
  expect(raw.toReceived()).toBe(head)
  socket.write(Buffer.from('\x82\x00\xff', 'latin1'))
  await expect.poll(() => received).toBe(`${upgraded}\x81\x01aecho \x82\x00\xff`)
})

test('a compressed body is forwarded as it is, and recorded decoded', async () => {
  const body = gzipSync('{"a":1}')
  const port = await listen(
    createServer((_, response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Length': body.length }).end(body),
    ),
  )
  const proxy = await startProxy(port)
  const received = await exchange(proxy.port, 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', /$^/)
  expect(received.endsWith(body.toString('latin1'))).toBe(true)
  await proxy.settled()
  expect(proxy.recorded).toMatchObject([{ response: { body: Buffer.from('{"a":1}') } }])
})

test('an upstream that ends in the middle of a body ends the connection of the client, too', async () => {
  const raw = await startRaw((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf'))
  const proxy = await startProxy(raw.port)
  const received = await exchange(proxy.port, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n', /$^/)
  expect(received).toMatch(/half$/)
  expect(proxy.recorded).toMatchObject([{ failure: { fault: 'cut-off' } }])
  expect(proxy.failures).toHaveLength(1)
})

test('a client that leaves blames nobody', async () => {
  const raw = await startRaw(() => undefined)
  const proxy = await startProxy(raw.port)
  const socket = connect(proxy.port, '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
  await expect.poll(raw.toReceived).not.toBe('')
  socket.destroy()
  await expect.poll(() => proxy.recorded).toEqual([undefined])
  expect(proxy.failures).toEqual([])
})
