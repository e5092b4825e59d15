import { fillPath, toPathNames } from '../../../schemas/core/lib/path-template.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import type { WireRequest } from './exchange.ts'
import { encodePercent } from './percent.ts'

/** Headers to add to a request, from its final method, URL, headers and bytes. */
export type Signer = (request: WireRequest) => Promise<Readonly<Record<string, string>>>

/** The input of an operation. It is sent unchanged, so it may be invalid. */
export interface Input {
  /** Values for the names of the path template. A name that is a query parameter of the operation goes into the query. */
  readonly path?: Readonly<Record<string, string>>
  /** A list repeats the parameter for each of its values. */
  readonly query?: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>
  /** Added to the default headers. `undefined` removes a default header. Names ignore case. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  /** A JSON value. Without it, there is no body. */
  readonly body?: unknown
  /** Sent instead of `body`, unchanged. */
  readonly rawBody?: string | Uint8Array
  /** Replaces the method of the operation. */
  readonly method?: string
  /** Replaces the path after the base path. It is sent without encoding. */
  readonly rawPath?: string
  /** Replaces the signer of the run. `none` sends the request unsigned. */
  readonly signer?: Signer | 'none'
}

/** Headers of every request of a run, for example for a gateway. */
export type Headers = Readonly<Record<string, string>>

/** The path of the request line, and the unsigned request. `added` are the headers of every request of the run. */
export function toWireRequest(
  origin: URL,
  basePath: string,
  operation: Operation,
  input: Input,
  added: Headers = {},
): { readonly rawPath: string; readonly request: WireRequest } {
  const method = (input.method ?? operation.method).toUpperCase()
  const rawPath = toBase(origin, basePath) + (input.rawPath ?? toPath(operation, input)) + toQuery(operation, input)
  const body = toBytes(input)
  const usual: [string, string][] = [
    ['host', origin.host],
    ['accept', 'application/json'],
  ]
  if (input.body !== undefined || input.rawBody !== undefined) {
    usual.push(['content-type', operation.body?.mediaType ?? 'application/json'])
  }
  if (body.length > 0 || method === 'POST' || method === 'PUT') usual.push(['content-length', String(body.length)])
  const changes = Object.entries(input.headers ?? {})
  const toLowerCase = ([name]: readonly [string, unknown]) => name.toLowerCase()
  const changed = new Set(changes.map(toLowerCase))
  const replaced = new Set([...changed, ...Object.entries(added).map(toLowerCase)])
  const headers = [
    ...usual.filter(([name]) => !replaced.has(name)),
    ...Object.entries(added).filter((header) => !changed.has(toLowerCase(header))),
    ...changes.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  ]
  return { rawPath, request: { method, url: origin.origin + rawPath, headers, body } }
}

/** A base URL may or may not include the base path of the API. */
function toBase(origin: URL, basePath: string): string {
  const given = origin.pathname.replace(/\/+$/, '')
  return basePath !== '' && given.endsWith(basePath) ? given : given + basePath
}

/** Uses the qualified template if the input has a value for each of its names. */
function toPath(operation: Operation, { path = {} }: Input): string {
  const { qualifiedPath } = operation
  const isQualified = qualifiedPath && toPathNames(qualifiedPath).every((name) => path[name] !== undefined)
  return fillPath(isQualified ? qualifiedPath : operation.path, (name) => {
    const value = path[name]
    if (value === undefined) throw new TypeError(`${operation.id} needs a value for {${name}} of its path`)
    // A server may verify a signature of the path as it was sent, so the path is encoded as signatures require.
    // A path segment may contain a colon, and clients send URNs with unencoded colons.
    return encodePercent(value).replaceAll('%3A', ':')
  })
}

function toQuery(operation: Operation, { path = {}, query = {} }: Input): string {
  const inPath = toPathNames(operation.qualifiedPath ?? operation.path)
  const moved = Object.entries(path).filter(([name]) => name in operation.params.query && !inPath.includes(name))
  const pairs = Object.entries({ ...Object.fromEntries(moved), ...query }).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((item) => [name, String(item)]),
  )
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''
}

function toBytes({ rawBody, body }: Input): Uint8Array {
  if (typeof rawBody === 'string') return Buffer.from(rawBody)
  return rawBody ?? (body === undefined ? new Uint8Array() : Buffer.from(JSON.stringify(body)))
}
