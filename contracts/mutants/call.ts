import type { Api } from '../../schemas/core/api.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import { readJson, type WireRequest } from '../core/http/exchange.ts'
import { readPathNames } from '../core/http/read-address.ts'

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

/** Returns a function that finds the operation of a request. */
export function createCallReader({ operations, dialect }: Pick<Api, 'operations' | 'dialect'>) {
  const all = Object.values(operations)
  return (request: WireRequest): Call => {
    const [address = '', query = ''] = request.url.replace(/^https?:\/\/[^/]*/, '').split('?')
    const path = address.startsWith(dialect.basePath) ? address.slice(dialect.basePath.length) : address
    const call = { request, path, query: new URLSearchParams(query) }
    for (const operation of all) {
      if (operation.method.toUpperCase() !== request.method) continue
      const names = readPathNames(operation, path)
      if (!names) continue
      const reading = readJson(request.body)
      return { ...call, operation, names, body: reading.ok ? reading.value : undefined }
    }
    return { ...call, operation: undefined, names: {}, body: undefined }
  }
}
