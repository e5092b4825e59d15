import type { Api } from '../../schemas/core/api.ts'
import { toPathPattern } from '../../schemas/core/lib/path-template.ts'
import { decodePercent } from '../../schemas/core/lib/percent.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import { readJson, type WireRequest } from '../core/http/exchange.ts'

/** A request with the operation that it calls. */
export interface Call {
  readonly request: WireRequest
  /** Undefined if no operation has this method and path. */
  readonly operation: Operation | undefined
  /** Values of the path parameters. */
  readonly names: Readonly<Record<string, string>>
  /** The path as sent, without host, base path and query. */
  readonly path: string
  readonly query: URLSearchParams
  /** The parsed JSON body. Undefined if the body is not JSON. */
  readonly body: unknown
}

/** Compiles the routes of an API and returns a function that finds the operation of a request. */
export function createCallReader({ operations, dialect }: Pick<Api, 'operations' | 'dialect'>) {
  const routes = Object.values(operations).flatMap((operation) =>
    [operation.qualifiedPath, operation.path].flatMap((template) =>
      template === undefined
        ? []
        : [{ operation, method: operation.method.toUpperCase(), pattern: toPathPattern(template) }],
    ),
  )
  return (request: WireRequest): Call => {
    const [address = '', query = ''] = request.url.replace(/^https?:\/\/[^/]*/, '').split('?')
    const path = address.startsWith(dialect.basePath) ? address.slice(dialect.basePath.length) : address
    const reading = readJson(request.body)
    for (const { operation, method, pattern } of routes) {
      const match = method === request.method ? pattern.exec(path) : undefined
      if (!match) continue
      const names = Object.fromEntries(
        Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodePercent(value) ?? value]),
      )
      const body = reading.ok ? reading.value : undefined
      return { request, operation, names, path, query: new URLSearchParams(query), body }
    }
    return { request, operation: undefined, names: {}, path, query: new URLSearchParams(query), body: undefined }
  }
}
