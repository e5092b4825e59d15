import { fillPath, toPathNames } from '../../../schemas/core/lib/path-template.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import type { WireRequest } from './exchange.ts'
import type { Signer } from './target.ts'

/** What to send with an operation. It may be wrong: whatever is given goes out as it is. */
export interface Input {
  /** Values of the path template's names. */
  readonly path?: Readonly<Record<string, string>>
  /** A list sends the parameter once for each of its values. */
  readonly query?: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>
  /** Added to the usual headers; `undefined` takes a usual one away. Names match whatever their case. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  /** Any JSON value; sent as JSON. Absent: no body. */
  readonly body?: unknown
  /** Sent in place of `body`, byte for byte. */
  readonly rawBody?: string | Uint8Array
  /** In place of the operation's method. */
  readonly method?: string
  /** In place of the path that template and values make, from the base path on, unescaped. */
  readonly rawPath?: string
  /** In place of the run's own signer; `none` sends the request unsigned. */
  readonly signer?: Signer | 'none'
}

/** The request line's path and the request as it goes out, unsigned. */
export function toWireRequest(
  origin: URL,
  basePath: string,
  operation: Operation,
  input: Input,
): { readonly rawPath: string; readonly request: WireRequest } {
  const method = (input.method ?? operation.method).toUpperCase()
  const rawPath = toBase(origin, basePath) + (input.rawPath ?? toPath(operation, input)) + toQuery(input)
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
  const changed = new Set(changes.map(([name]) => name.toLowerCase()))
  const headers = [
    ...usual.filter(([name]) => !changed.has(name)),
    ...changes.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  ]
  return { rawPath, request: { method, url: origin.origin + rawPath, headers, body } }
}

/** A base URL may end in the API's base path or leave it out. */
function toBase(origin: URL, basePath: string): string {
  const given = origin.pathname.replace(/\/+$/, '')
  return basePath !== '' && given.endsWith(basePath) ? given : given + basePath
}

/** The qualified template where a value for its further name is given. */
function toPath(operation: Operation, { path = {} }: Input): string {
  const { qualifiedPath } = operation
  const isQualified = qualifiedPath && toPathNames(qualifiedPath).every((name) => path[name] !== undefined)
  return fillPath(isQualified ? qualifiedPath : operation.path, (name) => {
    const value = path[name]
    if (value === undefined) throw new TypeError(`${operation.id} needs a value for {${name}} of its path`)
    // A colon may stand in a path segment as it is, and URNs are sent so.
    return encodeURIComponent(value).replaceAll('%3A', ':')
  })
}

function toQuery({ query = {} }: Input): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((item) => [name, String(item)]),
  )
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''
}

function toBytes({ rawBody, body }: Input): Uint8Array {
  if (typeof rawBody === 'string') return Buffer.from(rawBody)
  return rawBody ?? (body === undefined ? new Uint8Array() : Buffer.from(JSON.stringify(body)))
}
