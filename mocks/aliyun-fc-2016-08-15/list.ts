import type { ApiErrorOf } from '../core/handler.ts'
import { readPageToken, toPageToken } from '../core/page-token.ts'
import { type SortedMap, toPage } from '../core/sorted-map.ts'

/** The query that the lists by name have in common. */
export interface ListQuery {
  readonly limit: number
  readonly prefix: string | undefined
  readonly startKey: string | undefined
  readonly nextToken: string | undefined
}

/** One page of a list. `list` tells its tokens from those of other lists. */
export function toListPage<V>(
  list: string,
  map: SortedMap<V>,
  query: ListQuery,
  apiError: ApiErrorOf<'InvalidArgument'>,
): { readonly items: V[]; readonly nextToken?: string } {
  const after = query.nextToken ? readPageToken(list, query.nextToken) : undefined // an empty token asks for page one
  if (query.nextToken && after === undefined) {
    throw apiError('InvalidArgument', 'nextToken: must be a token that a response of this list gave')
  }
  const { items, last } = toPage(map, { ...query, after })
  return last === undefined ? { items } : { items, nextToken: toPageToken(list, last) }
}
