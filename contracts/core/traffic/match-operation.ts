import type { Api } from '../../../schemas/core/api.ts'
import { toSegments } from '../../../schemas/core/lib/path-template.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { readPathNames } from '../http/read-address.ts'
import type { RecordedRequest } from './recorded.ts'

/** What a request is to an API. `foreign`: not below the base path of the API, or not a request of a client program. */
export type Match =
  | { readonly kind: 'operation'; readonly operation: Operation; readonly path: Readonly<Record<string, string>> }
  | { readonly kind: 'unknown'; readonly path: string }
  | { readonly kind: 'foreign' }

/** Finds the operation of a request by its method and path. A server may add a path before the base path of the API. */
export function createMatcher({
  dialect,
  operations,
}: Pick<Api, 'dialect' | 'operations'>): (request: Pick<RecordedRequest, 'method' | 'url'>) => Match {
  // Of two templates that match, the one with more fixed text comes first.
  const ordered = Object.values(operations).toSorted((a, b) => countTexts(b) - countTexts(a))
  return ({ method, url }) => {
    const path = /^https?:\/\/[^/?#]+([^?#]*)/i.exec(url)?.[1]
    // A browser asks for permission with OPTIONS before it sends the request.
    if (path === undefined || !URL.canParse(url) || method === 'OPTIONS') return { kind: 'foreign' }
    const paths = toPathsBelow(path, dialect.basePath)
    for (const below of paths) {
      for (const operation of ordered) {
        if (operation.method.toUpperCase() !== method) continue
        const names = readPathNames(operation, below)
        if (names) return { kind: 'operation', operation, path: names }
      }
    }
    return paths.length > 0 ? { kind: 'unknown', path } : { kind: 'foreign' }
  }
}

function countTexts({ path }: Operation): number {
  return toSegments(path).filter(({ kind }) => kind === 'static').length
}

/** The rest of a path after each place of the base path. */
function toPathsBelow(path: string, basePath: string): readonly string[] {
  const starts = [...path.matchAll(new RegExp(`${basePath}(?=/)`, 'g'))].map(({ index }) => index + basePath.length)
  return starts.map((start) => path.slice(start))
}
