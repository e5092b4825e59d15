import { define } from '../define.ts'
import { perServer } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { findList, type JsonObject, readObject, setJson } from '../response.ts'
import {
  dropQueryParameter,
  dropResponseField,
  editAllResponses,
  editErrors,
  editList,
  editQuery,
  intercept,
  setError,
} from './edits.ts'
import { nameOf, returnPage } from './resources.ts'

const complete = (...limits: readonly number[]) =>
  limits.map((limit) => `pages-are-complete-and-disjoint-with-limit-${limit}`)

/** Section 6 of the catalogue: page size and page tokens. */
export const pagingMutants: readonly Mutant[] = [
  define('P01', 'ListServices', 'ignores limit', complete(1, 2), dropQueryParameter('ListServices', 'limit')),
  define('P01', 'ListVersions', 'ignores limit', complete(1, 2), dropQueryParameter('ListVersions', 'limit')),
  define('P02', 'ListFunctions', 'returns one entry more than limit', complete(1, 2), addOneToLimit('ListFunctions')),
  define('P02', 'ListAliases', 'returns one entry more than limit', complete(1, 2), addOneToLimit('ListAliases')),
  define(
    'P03',
    'ListTriggers',
    'reduces a limit above 100 instead of rejecting it',
    ['rejects-limit-101'],
    capLimit('ListTriggers'),
  ),
  define(
    'P03',
    'ListVersions',
    'reduces a limit above 100 instead of rejecting it',
    ['rejects-limit-101'],
    capLimit('ListVersions'),
  ),
  define(
    'P05',
    'ListFunctions',
    'returns no token before the last page',
    complete(1, 2, 3),
    dropResponseField('ListFunctions', 'nextToken'),
  ),
  define(
    'P05',
    'ListAliases',
    'returns no token before the last page',
    complete(1, 2, 3),
    dropResponseField('ListAliases', 'nextToken'),
  ),
  define(
    'P06',
    'ListServices',
    'returns a token on every page',
    ['empty-list-has-no-entries'],
    alwaysSetToken('ListServices'),
  ),
  define(
    'P06',
    'ListTriggers',
    'returns the first page for every token',
    complete(1, 2),
    dropQueryParameter('ListTriggers', 'nextToken'),
  ),
  define(
    'P07',
    'ListVersions',
    'repeats the last entry of the previous page',
    complete(2, 3),
    repeatLastEntry('ListVersions'),
  ),
  define(
    'P07',
    'ListAliases',
    'repeats the last entry of the previous page',
    complete(2, 3),
    repeatLastEntry('ListAliases'),
  ),
  define('P08', 'ListTriggers', 'skips an entry between pages', complete(2, 3), skipFirstEntry('ListTriggers')),
  define('P08', 'ListFunctions', 'skips an entry between pages', complete(2, 3), skipFirstEntry('ListFunctions')),
  define('P09', 'ListServices', 'repeats the first entry at the end', complete(2, 3), appendFirstEntry('ListServices')),
  define(
    'P11',
    'ListServices',
    'returns 500 for an unknown token',
    ['unknown-page-token-is-rejected'],
    editErrors('ListServices', 400, (response, { query }) => {
      if (query.has('nextToken')) setError(response, 'InternalServerError')
    }),
  ),
  define(
    'P11',
    'ListAliases',
    'returns the first page for an unknown token',
    ['unknown-page-token-is-rejected'],
    intercept('ListAliases', async ({ query }, { forward }) => {
      const response = await forward()
      if (response.status !== 400 || !query.has('nextToken')) return response
      query.delete('nextToken')
      return await forward({ query })
    }),
  ),
  define(
    'P18',
    'ListFunctions',
    'repeats an entry if another is created while paging',
    ['insert-while-paging-repeats-no-entry'],
    pageByOffset('ListFunctions'),
  ),
  define('P21', 'ListServices', 'omits an entry if the limit is 3', complete(3), dropLastEntry('ListServices', 3)),
  define('P21', 'ListVersions', 'omits an entry if the limit is 5', complete(5), dropLastEntry('ListVersions', 5)),
  define(
    'P22',
    'ListTriggers',
    'rejects a token if the last entry of the page was deleted',
    ['paging-survives-deletion-of-last-entry'],
    requireLastEntry('ListTriggers'),
  ),
]

function addOneToLimit(operation: string): Wrap {
  return editQuery(operation, (query) => {
    const limit = query.get('limit')
    if (limit !== null && Number(limit) < 100) query.set('limit', String(Number(limit) + 1))
  })
}

function capLimit(operation: string): Wrap {
  return editQuery(operation, (query) => {
    if (Number(query.get('limit') ?? '0') > 100) query.set('limit', '100')
  })
}

function alwaysSetToken(operation: string): Wrap {
  return intercept(operation, async ({ query }, { forward }) => {
    if (query.get('nextToken') === 'more') query.delete('nextToken')
    const response = await forward({ query })
    if (response.status === 200) setJson(response, { nextToken: 'more', ...readObject(response) })
    return response
  })
}

/** Edits every page after the first. `change` gets the last entry of the previous page. */
function editPages(
  operation: string,
  change: (page: readonly JsonObject[], last: JsonObject) => readonly JsonObject[],
): Wrap {
  return perServer(() => {
    const lasts = new Map<string, JsonObject | undefined>()
    return editList(operation, (page, { path, query }, { nextToken }) => {
      const token = query.get('nextToken')
      const last = token === null ? undefined : lasts.get(`${path} ${token}`)
      lasts.set(`${path} ${nextToken}`, page.at(-1))
      return last ? change(page, last) : page
    })
  })
}

function repeatLastEntry(operation: string): Wrap {
  return editPages(operation, (page, last) => [last, ...page])
}

function skipFirstEntry(operation: string): Wrap {
  return editPages(operation, (page) => page.slice(1))
}

function appendFirstEntry(operation: string): Wrap {
  return perServer(() => {
    let first: JsonObject | undefined
    return editList(operation, (page, { query }, { nextToken }) => {
      if (!query.has('nextToken')) first = page.at(0)
      else if (nextToken === undefined && first) return [...page, first]
      return page
    })
  })
}

/** Uses the position in the current list as page token. */
function pageByOffset(operation: string): Wrap {
  return intercept(operation, async ({ path, query }, { forward, send }) => {
    const limit = Number(query.get('limit') ?? '20')
    const token = query.get('nextToken')
    const isOwn = token === null || /^offset-\d+$/.test(token)
    if (!isOwn || !Number.isInteger(limit) || limit < 1 || limit > 100 || query.has('prefix') || query.has('startKey'))
      return await forward()
    const from = Number(token?.slice('offset-'.length) ?? '0')
    const to = from + limit
    return await returnPage(send, path, (all) => [all.slice(from, to), to < all.length ? `offset-${to}` : undefined])
  })
}

function dropLastEntry(operation: string, limit: number): Wrap {
  return editList(operation, (page, { query }) =>
    query.get('limit') === String(limit) ? page.slice(0, limit - 1) : page,
  )
}

/** Rejects a token if the last entry of its page was deleted. */
function requireLastEntry(operation: string): Wrap {
  return perServer(() => {
    const lasts = new Map<string, string>()
    return editAllResponses(operation, async (response, { path, query }, { send }) => {
      const last = lasts.get(query.get('nextToken') ?? '')
      const body = readObject(response) ?? {}
      const [, page] = findList(body) ?? []
      if (typeof body.nextToken === 'string' && page) lasts.set(body.nextToken, String(nameOf(page.at(-1))))
      if (last !== undefined && (await send('GET', `${path}/${last}`)).status === 404) setError(response)
    })
  })
}
