import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { MutantResponse, Server, Wrap } from '../../contracts/mutants/mutant.ts'
import { createMock } from '../../mocks/adapters/fetch/fetch.ts'
import { toOrigin } from '../../mocks/adapters/http/origin.ts'
import type { MockOptions } from '../../mocks/adapters/options.ts'

export interface MutantServer {
  readonly url: string
  /** The number of requests so far. */
  readonly requests: () => number
  readonly close: () => Promise<void>
}

/** A new mock as a function on plain values, behind a mutant. */
export function createServerOf(options: MockOptions, wrap?: Wrap): Server {
  const { emulator } = createMock(options)
  const plain: Server = async ({ method, url, headers, body }) => {
    const { origin, path, query } = toParts(url)
    const result = await emulator.handle({
      method,
      path,
      query,
      headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
      body: body.length === 0 ? undefined : body,
      host: origin.replace(/^https?:\/\//, ''),
      origin,
    })
    const { body: sent } = result
    const bytes = typeof sent === 'string' ? Buffer.from(sent) : (sent ?? new Uint8Array())
    return { status: result.status, headers: Object.entries(result.headers), body: bytes }
  }
  return wrap ? wrap(plain) : plain
}

/** Serves a new mock behind a mutant over HTTP. Port 0 means any free port. */
export async function serveMutant(options: MockOptions, wrap?: Wrap, port = 0): Promise<MutantServer> {
  const response = createServerOf(options, wrap)
  let requests = 0
  const server = createServer((incoming, outgoing) => {
    requests += 1
    respond(response, incoming, outgoing).catch((error: unknown) => {
      console.error(`${incoming.method} ${incoming.url}: the mutant failed:`, error)
      outgoing.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address() as AddressInfo // a TCP server has a port
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests: () => requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function respond(server: Server, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const chunks: Uint8Array[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const raw = incoming.rawHeaders
  const headers = raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []))
  // Some clients send a Host header without the port.
  const url = `${toOrigin(incoming)}${incoming.url}`
  const response = await server({ method: incoming.method ?? '', url, headers, body: Buffer.concat(chunks) })
  send(response, incoming, outgoing)
}

/** Sends a response unchanged, even if it violates HTTP. */
function send(
  { status, headers, body, connection }: MutantResponse,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
) {
  if (connection === 'hang') return
  if (connection === 'reset') {
    incoming.socket.resetAndDestroy()
    return
  }
  const has = (wanted: string) => headers.some(([name]) => name.toLowerCase() === wanted)
  const isBare = body.length === 0 && (status === 204 || status === 304)
  const length =
    has('content-length') || has('transfer-encoding') || isBare ? [] : ['Content-Length', String(body.length)]
  outgoing.strictContentLength = false
  outgoing.writeHead(status, [...headers.flat(), ...length])
  if (connection === 'cut') {
    outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => incoming.socket.destroy())
    return
  }
  outgoing.end(incoming.method === 'HEAD' ? undefined : body)
}

function toParts(url: string) {
  const origin = /^https?:\/\/[^/]*/.exec(url)?.[0] ?? ''
  const rest = url.slice(origin.length)
  const cut = rest.indexOf('?')
  return { origin, path: cut === -1 ? rest : rest.slice(0, cut), query: cut === -1 ? '' : rest.slice(cut + 1) }
}
