import type { Api } from '../../schemas/core/api.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import { readJson, type WireRequest } from '../core/http/exchange.ts'

/** A request, and what of the API it asks for. */
export interface Call {
  readonly request: WireRequest
  /** Nothing where no operation has this method and path. */
  readonly operation: Operation | undefined
  /** Values of the path's names. */
  readonly names: Readonly<Record<string, string>>
  /** The path without host, base path and query, as it was sent. */
  readonly path: string
  readonly query: URLSearchParams
  /** The body's JSON value; nothing where it is none. */
  readonly body: unknown
}

/** Makes a function that reads requests of an API, with its routes compiled once. */
export function createCallReader({ operations, dialect }: Pick<Api, 'operations' | 'dialect'>) {
  const routes = Object.values(operations).flatMap((operation) =>
    [operation.qualifiedPath, operation.path].flatMap((template) =>
      template === undefined
        ? []
        : [{ operation, method: operation.method.toUpperCase(), pattern: toPattern(template) }],
    ),
  )
  return (request: WireRequest): Call => {
    const [address = '', query = ''] = request.url.replace(/^https?:\/\/[^/]*/, '').split('?')
    const path = address.startsWith(dialect.basePath) ? address.slice(dialect.basePath.length) : address
    const reading = readJson(request.body)
    for (const { operation, method, pattern } of routes) {
      const match = method === request.method ? pattern.exec(path) : undefined
      if (!match) continue
      const names = Object.fromEntries(Object.entries(match.groups ?? {}).map(([name, value]) => [name, decode(value)]))
      const body = reading.ok ? reading.value : undefined
      return { request, operation, names, path, query: new URLSearchParams(query), body }
    }
    return { request, operation: undefined, names: {}, path, query: new URLSearchParams(query), body: undefined }
  }
}

/** Names hold no slash, and no dot where a qualifier follows one. */
function toPattern(template: string): RegExp {
  const parts = template.split(/\{(\w+)\}/)
  const source = parts.map((part, index) =>
    index % 2 === 0 ? part.replaceAll('.', '\\.') : `(?<${part}>${parts[index + 1] === '.' ? '[^/.]+' : '[^/]+'})`,
  )
  return new RegExp(`^${source.join('')}$`)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
