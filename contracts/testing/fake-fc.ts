import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { z } from 'zod'
import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { toCrc64 } from '../core/crc64.ts'

/** An answer before it is sent; a fault may change it. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body: unknown
  /** Sent in place of the body, as it is. */
  raw?: string
}

export interface Request {
  readonly method: string
  /** The path below the base path. */
  readonly path: string
  readonly query: URLSearchParams
  readonly body: string
}

export type Row = Record<string, unknown>
export type State = Map<string, Row>

/** One departure from the contract. */
export interface FakeFault {
  /** Changes an answer; the state is the server's own, keyed by path. */
  readonly alter?: (answer: Answer, request: Request, state: State) => void
  /** Takes the place of the server for one request; true where it did. */
  readonly take?: (request: Request, response: ServerResponse) => boolean
  /** Duplicates overwrite what is there. */
  readonly overwrites?: boolean
  /** Bodies are taken as they come. */
  readonly validates?: false
  /** Changes what is stored. */
  readonly store?: (row: Row) => void
}

export interface Fake {
  readonly baseUrl: string
  readonly state: State
  readonly requests: readonly string[]
  readonly close: () => Promise<void>
}

/** A small server of services and functions, written from page 004 for these tests alone, with at most one fault. */
export async function startFakeFc(fault: FakeFault = {}): Promise<Fake> {
  const state: State = new Map()
  const requests: string[] = []
  let clock = Date.parse('2024-05-06T07:08:09.000Z')
  let count = 0

  function answer(request: Request): Answer {
    count += 1
    const headers = { 'content-type': 'application/json', 'X-Fc-Request-Id': `request-${count}` }
    const made = toAnswer(request)
    const result: Answer = { ...made, headers: { ...headers, ...made.headers } }
    if (made.status === 204) delete result.headers['content-type']
    return result
  }

  function toAnswer(request: Request): Answer {
    const parts = request.path.split('/').slice(1).map(decodeURIComponent)
    const [, service, , name] = parts
    const kind = parts.length > 2 ? functions : services
    const parent = `/services/${service}`
    if (kind === functions && !state.has(parent)) return refuse('ServiceNotFound')
    if (request.method === 'POST')
      return create(request, kind, kind === functions ? `${parent}/functions` : '/services')
    if (request.method === 'GET' && (kind === functions ? name : service) === undefined) return list(request, kind)
    const row = state.get(request.path)
    if (!row) return refuse(kind.missing)
    if (request.method === 'GET') return reply(row)
    if (kind === services && [...state.keys()].some((key) => key.startsWith(`${request.path}/`))) {
      return refuse('ServiceNotEmpty')
    }
    state.delete(request.path)
    return { status: 204, headers: {}, body: undefined }
  }

  function create(request: Request, kind: Kind, collection: string): Answer {
    const body = parse(request.body)
    if (body === undefined) return refuse('InvalidArgument')
    const result = kind.schema.safeParse(body)
    if (!result.success && fault.validates !== false) return refuse('InvalidArgument')
    const { code, ...fields } = body
    const key = `${collection}/${String(fields[kind.name])}`
    if (state.has(key) && !fault.overwrites) return refuse(kind.exists)
    count += 1
    clock += 1000
    const time = new Date(clock).toISOString().replace('Z', '+0000')
    const bytes = Buffer.from(String((code as Row | undefined)?.zipFile ?? ''), 'base64')
    const row: Row = {
      ...(kind === functions && { memorySize: 128, timeout: 3, codeSize: bytes.length, codeChecksum: toCrc64(bytes) }),
      ...fields,
      [kind.id]: `id-${count}`,
      createdTime: time,
      lastModifiedTime: time,
    }
    fault.store?.(row)
    state.set(key, row)
    return reply(row)
  }

  function list(request: Request, kind: Kind): Answer {
    const prefix = `${request.path}/${request.query.get('prefix') ?? ''}`
    const depth = request.path.split('/').length + 1
    const rows = [...state].filter(([key]) => key.startsWith(prefix) && key.split('/').length === depth)
    return { status: 200, headers: {}, body: { [kind.list]: rows.map(([, row]) => row) } }
  }

  const server = createServer(async (incoming, response) => {
    const request = await read(incoming)
    requests.push(`${request.method} ${request.path}`)
    if (fault.take?.(request, response)) return
    const result = answer(request)
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

const services: Kind = {
  schema: api.operations.createService.body.schema,
  name: 'serviceName',
  id: 'serviceId',
  list: 'services',
  exists: 'ServiceAlreadyExists',
  missing: 'ServiceNotFound',
}
const functions: Kind = {
  schema: api.operations.createFunction.body.schema,
  name: 'functionName',
  id: 'functionId',
  list: 'functions',
  exists: 'FunctionAlreadyExists',
  missing: 'FunctionNotFound',
}

interface Kind {
  readonly schema: z.ZodType
  readonly name: string
  readonly id: string
  readonly list: string
  readonly exists: keyof typeof api.errors
  readonly missing: keyof typeof api.errors
}

async function read(incoming: IncomingMessage): Promise<Request> {
  const chunks: Uint8Array[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const url = new URL(incoming.url ?? '/', 'http://fake')
  return {
    method: incoming.method ?? '',
    path: url.pathname.replace(api.dialect.basePath, ''),
    query: url.searchParams,
    body: Buffer.concat(chunks).toString(),
  }
}

function parse(text: string): Row | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : undefined
  } catch {
    return undefined
  }
}

function reply(row: Row): Answer {
  return { status: 200, headers: { ETag: `tag-${toCrc64(Buffer.from(JSON.stringify(row)))}` }, body: { ...row } }
}

function refuse(code: keyof typeof api.errors): Answer {
  const { status, message } = api.errors[code]
  return { status, headers: {}, body: { ErrorCode: code, ErrorMessage: message } }
}

/** The object that an answer carries. */
export function rowOf(answer: Answer): Row {
  return answer.body as Row // the fake's answers are objects, apart from those without a body
}

export function isCreated(answer: Answer, request: Request): boolean {
  return request.method === 'POST' && answer.status === 200
}
