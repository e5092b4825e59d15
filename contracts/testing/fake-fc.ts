import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { createFakeApi, refuse } from './fake-fc-api.ts'
import { createGate } from './fake-fc-auth.ts'
import type { FakeFault, MutableResponse, Request, Row, State } from './fake-fc-types.ts'

export type { FakeFault, MutableResponse, Request, Row, State } from './fake-fc-types.ts'

export interface Fake {
  readonly baseUrl: string
  readonly state: State
  readonly requests: readonly string[]
  readonly close: () => Promise<void>
}

/** A small server of the whole API, written from source 004 for these tests, with at most one fault. */
export async function startFakeFc(fault: FakeFault = {}): Promise<Fake> {
  const state: State = new Map()
  const requests: string[] = []
  const toResponse = createFakeApi(state, fault)
  const toRefusal = createGate(fault.auth ?? 'off')
  let count = 0

  const server = createServer(async (incoming, response) => {
    const request = await read(incoming)
    // Downloads are not requests of an operation.
    if (!request.path.startsWith('/code/')) requests.push(`${request.method} ${request.path}`)
    if (fault.take?.(request, response)) return
    const refusal = request.path.startsWith('/code/') ? undefined : toRefusal(request)
    if (!refusal) fault.before?.(request, state)
    const made = refusal ? refuse(refusal) : toResponse(request)
    count += 1
    const headers = { 'content-type': 'application/json', 'X-Fc-Request-Id': `request-${count}` }
    const result: MutableResponse = { ...made, headers: { ...headers, ...made.headers } }
    if (result.body === undefined && result.raw === undefined) delete result.headers['content-type']
    fault.alter?.(result, request, state)
    const text = result.raw ?? (result.body === undefined ? '' : JSON.stringify(result.body))
    response.writeHead(result.status, result.headers).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server has a port
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    state,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function read(incoming: IncomingMessage): Promise<Request> {
  const chunks: Uint8Array[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const origin = `http://${incoming.headers.host}`
  const url = new URL(incoming.url ?? '/', origin)
  const method = incoming.method ?? ''
  const path = url.pathname.replace(api.dialect.basePath, '')
  return {
    method,
    path,
    query: url.searchParams,
    rawHeaders: incoming.rawHeaders,
    fullPath: decodeURIComponent(url.pathname),
    headers: Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(chunks).toString(),
    operation: routes.find((route) => route.method === method && route.path.test(path))?.id,
    origin,
  }
}

const routes = Object.values(api.operations).map(({ id, method, path }) => ({
  id,
  method: method.toUpperCase(),
  path: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}))

/** The JSON object in a response. */
export function rowOf(received: MutableResponse): Row {
  return received.body as Row // responses of the fake with a body are objects
}

export function isCreated(received: MutableResponse, request: Request): boolean {
  return request.method === 'POST' && received.status === 200
}
