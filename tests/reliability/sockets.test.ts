import { once } from 'node:events'
import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serve } from '../../mocks/adapters/http/node.ts'

let served: Served
beforeAll(async () => {
  served = await serve({ port: 0, maxBodyBytes: 20_000 })
})
afterAll(() => served.close())

const services = '/2016-08-15/services'

/** The response to chunks of bytes that are sent with short pauses, until the connection ends. */
async function send(pieces: readonly (string | Uint8Array)[], pauseMs = 0): Promise<string> {
  const socket = connect(served.port, '127.0.0.1').setEncoding('latin1')
  socket.on('error', () => {}) // a reset also ends the connection
  let response = ''
  socket.on('data', (text) => {
    response += text
  })
  const closed = new Promise((resolve) => socket.once('close', resolve))
  for (const piece of pieces) {
    if (socket.writable) socket.write(piece)
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  socket.end()
  await closed
  return response
}

const toRequest = (headers: readonly string[], body = '', method = 'POST', path = services) =>
  [`${method} ${path} HTTP/1.1`, 'Host: x', 'Connection: close', ...headers, '', body].join('\r\n')

const body = '{"serviceName":"whole"}'
const length = `Content-Length: ${body.length}`

async function expectAlive(): Promise<void> {
  expect((await fetch(`${served.url}/_mock/health`)).status).toBe(200)
}

test.each([
  ['two different lengths', toRequest([length, 'Content-Length: 5'], body), 400],
  ['a length with chunks', toRequest([length, 'Transfer-Encoding: chunked'], body), 400],
  ['a length that is not a number', toRequest(['Content-Length: many'], body), 400],
  ['a chunk whose size is not a number', toRequest(['Transfer-Encoding: chunked'], 'zz\r\nx\r\n0\r\n\r\n'), 400],
  ['a header above the size limit', toRequest([`X-Large: ${'x'.repeat(20_000)}`]), 431],
  ['headers above the size limit', toRequest(Array.from({ length: 3000 }, (_, at) => `X-${at}: y`)), 431],
  ['a target above the size limit', toRequest([], '', 'GET', `/${'x'.repeat(20_000)}`), 431],
  ['a body above the size limit', toRequest(['Content-Length: 20001'], 'x'.repeat(20_001)), 400],
  ['the same header twice', toRequest(['If-Match: a', 'If-Match: b', 'Prefer: x', 'Prefer: y', length], body), 200],
  ['a NUL in a header', toRequest(['X-Nul: a\0b']), 400],
  ['a header without a name', toRequest([': x']), 400],
  ['dots in a path', toRequest([], '', 'GET', '/2016-08-15/../../etc/passwd'), 400],
  ['a target that is not a path', toRequest([], '', 'GET', '*'), 404],
])('%s has a response, and the server continues', async (_, text, status) => {
  expect(await send([text])).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  await expectAlive()
})

test('a slow sender gets a response and does not delay others', async () => {
  const slow = send([...toRequest([`Content-Length: 22`], '{"serviceName":"slow"}')], 2)
  await expectAlive()
  expect(await slow).toMatch(/^HTTP\/1.1 200 /)
})

test('an incomplete upload stores nothing, at any length', async () => {
  const text = toRequest(['Content-Length: 25'], '{"serviceName":"aborted"}')
  const stops = Array.from({ length: 20 }, (_, at) => Math.floor((at * text.length) / 20))
  await Promise.all(
    stops.map(async (stop) => {
      const socket = connect(served.port, '127.0.0.1')
      await once(socket, 'connect')
      socket.write(text.slice(0, stop))
      await new Promise((resolve) => setTimeout(resolve, 20))
      socket.resetAndDestroy()
    }),
  )
  await expectAlive()
  expect((await fetch(`${served.url}${services}/aborted`)).status).toBe(404)
})

test('with any bytes, each connection ends and the server continues', async () => {
  const whole = toRequest([length], body)
  /** A request with some bytes changed, removed or added. */
  const spoiled = fc
    .array(fc.tuple(fc.nat(whole.length), fc.nat(3), fc.uint8Array({ maxLength: 8 })), { minLength: 1, maxLength: 6 })
    .map((changes) =>
      changes.reduce<Uint8Array>((bytes, [at, left, put]) => {
        return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + left)])
      }, Buffer.from(whole)),
    )
  await fc.assert(
    fc.asyncProperty(spoiled, async (bytes) => {
      const response = await send([bytes])
      expect(response).not.toMatch(/^HTTP\/1.1 5/)
    }),
    { seed: 20_160_815, numRuns: 300 },
  )
  await expectAlive()
}, 60_000)
