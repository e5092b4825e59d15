import type { ApiErrorOf } from '../core/handler.ts'
import { readPageToken, toPageToken } from '../core/page-token.ts'
import { type SortedMap, toPage } from '../core/sorted-map.ts'

/** The query parameters of every list. */
export interface PageQuery {
  readonly limit: number
  readonly nextToken: string | undefined
}

/** The query parameters of lists that are sorted by name. */
export interface ListQuery extends PageQuery {
  readonly prefix: string | undefined
  readonly startKey: string | undefined
}

/** One page of a list. `list` identifies the list, so that tokens of other lists are rejected. */
export function toListPage<V>(
  list: string,
  map: SortedMap<V>,
  query: PageQuery & Partial<ListQuery>,
  apiError: ApiErrorOf<'InvalidArgument'>,
): { readonly items: V[]; readonly nextToken?: string } {
  const after = query.nextToken ? readPageToken(list, query.nextToken) : undefined // an empty token means the first page
  if (query.nextToken && after === undefined) {
    throw apiError('InvalidArgument', 'nextToken: must be a token from a response of this list')
  }
  const { items, last } = toPage(map, { ...query, after })
  return last === undefined ? { items } : { items, nextToken: toPageToken(list, last) }
}
