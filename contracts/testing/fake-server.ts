import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Row = Record<string, unknown>

/** A request. A fault may change it before it is handled. */
export interface FakeRequest {
  method: string
  path: string
  readonly headers: Record<string, string | undefined>
  body: string
  /** Number of earlier requests. */
  readonly count: number
}

/** A response before it is sent. A fault may change it. */
export interface FakeResponse {
  status: number
  headers: Record<string, string>
  body: unknown
  /** Sent instead of the body. */
  raw?: string
}

/** One fault of a fake that stores rows by key. */
export interface ServerFault {
  readonly before?: (request: FakeRequest, state: Map<string, Row>) => void
  readonly alter?: (received: FakeResponse, request: FakeRequest, state: Map<string, Row>) => void
  /** Bodies are not validated. */
  readonly validates?: false
}

/**
 * A small server for tests. `received` handles the requests of one API, and the fault changes requests and responses.
 */
export async function startFakeServer(
  state: Map<string, Row>,
  fault: ServerFault,
  received: (request: FakeRequest) => FakeResponse,
) {
  let count = 0
  const server = createServer(async (incoming, response) => {
    const request = await read(incoming, count)
    count += 1
    fault.before?.(request, state)
    const made = received(request)
    const result: FakeResponse = { ...made, headers: { 'content-type': 'application/json', ...made.headers } }
    fault.alter?.(result, request, state)
    response.writeHead(result.status, result.headers).end(result.raw ?? JSON.stringify(result.body ?? ''))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server has a port
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    state,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function read(incoming: IncomingMessage, count: number): Promise<FakeRequest> {
  const chunks: Uint8Array[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  return {
    method: incoming.method ?? '',
    path: new URL(incoming.url ?? '/', 'http://fake').pathname,
    headers: Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(chunks).toString(),
    count,
  }
}

/** The JSON object in a text. Undefined if there is none. */
export function parseRow(text: string): Row | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : undefined
  } catch {
    return undefined
  }
}

/** The JSON object in a response. */
export function rowIn(received: FakeResponse): Row {
  return received.body as Row // the responses of these fakes are objects
}
