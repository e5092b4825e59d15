import { toPathPattern } from '../../../schemas/core/lib/path-template.ts'
import { decodePercent } from '../../../schemas/core/lib/percent.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import type { Exchange } from './exchange.ts'

/** The parameters in the path and the query of a request. */
export interface Address {
  readonly path: Readonly<Record<string, string>>
  readonly query: URLSearchParams
}

/**
 * Reads the parameters of a request. A qualifier is a part of the path, also if it is in the query. Undefined if the path
 * does not fit the operation.
 */
export function readAddress({ operation, request }: Exchange, basePath: string): Address | undefined {
  const [address = '', query = ''] = request.url.replace(/^https?:\/\/[^/]*/, '').split('?')
  const start = address.indexOf(basePath)
  const path = readPathNames(operation, start === -1 ? address : address.slice(start + basePath.length))
  const values = new URLSearchParams(query)
  const version = 'qualifier' in operation.params.query ? values.get('qualifier') : null
  return path && { path: { ...path, ...(version !== null && { qualifier: version }) }, query: values }
}

/** The values of the names in a path below the base path. Undefined if the path does not fit the operation. */
export function readPathNames(operation: Operation, path: string): Address['path'] | undefined {
  for (const pattern of toPatterns(operation)) {
    const match = pattern.exec(path)
    if (!match) continue
    const entries = Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodePercent(value) ?? value])
    return Object.fromEntries(entries)
  }
  return undefined
}

const patterns = new WeakMap<Operation, readonly RegExp[]>()

/** The qualified path comes first, because the other one also fits a name with a dot. */
function toPatterns(operation: Operation): readonly RegExp[] {
  const known = patterns.get(operation)
  if (known) return known
  const templates = [operation.qualifiedPath, operation.path].filter((template) => template !== undefined)
  const compiled = templates.map((template) => toPathPattern(template))
  patterns.set(operation, compiled)
  return compiled
}
