import { findList, type Row, readRow, setJson } from '../response.ts'
import { define } from '../define.ts'
import { fresh } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { mapRequestBody, every, ignoring, instead, list, omitting, refusal, refuse } from './edits.ts'
import { returnPage, nameOf } from './resources.ts'

const complete = (...limits: readonly number[]) =>
  limits.map((limit) => `pages-are-complete-and-disjoint-with-limit-${limit}`)

/** Section 6: how many entries a page has, and how the next one is asked for. */
export const pagingMutants: readonly Mutant[] = [
  define('P01', 'ListServices', 'ignores limit', complete(1, 2), ignoring('ListServices', 'limit')),
  define('P01', 'ListVersions', 'ignores limit', complete(1, 2), ignoring('ListVersions', 'limit')),
  define('P02', 'ListFunctions', 'returns one entry more than limit', complete(1, 2), oneMore('ListFunctions')),
  define('P02', 'ListAliases', 'returns one entry more than limit', complete(1, 2), oneMore('ListAliases')),
  define('P03', 'ListTriggers', 'cuts a limit above 100 in silence', ['rejects-limit-101'], capped('ListTriggers')),
  define('P03', 'ListVersions', 'cuts a limit above 100 in silence', ['rejects-limit-101'], capped('ListVersions')),
  define(
    'P05',
    'ListFunctions',
    'gives no token though more is there',
    complete(1, 2, 3),
    omitting('ListFunctions', 'nextToken'),
  ),
  define(
    'P05',
    'ListAliases',
    'gives no token though more is there',
    complete(1, 2, 3),
    omitting('ListAliases', 'nextToken'),
  ),
  define('P06', 'ListServices', 'always gives a token', ['empty-list-has-no-entries'], endless('ListServices')),
  define(
    'P06',
    'ListTriggers',
    'gives the first token over and over',
    complete(1, 2),
    ignoring('ListTriggers', 'nextToken'),
  ),
  define(
    'P07',
    'ListVersions',
    'begins each page with the last entry of the one before',
    complete(2, 3),
    overlapping('ListVersions'),
  ),
  define(
    'P07',
    'ListAliases',
    'begins each page with the last entry of the one before',
    complete(2, 3),
    overlapping('ListAliases'),
  ),
  define('P08', 'ListTriggers', 'skips an entry between pages', complete(2, 3), skipping('ListTriggers')),
  define('P08', 'ListFunctions', 'skips an entry between pages', complete(2, 3), skipping('ListFunctions')),
  define('P09', 'ListServices', 'ends with the first entry again', complete(2, 3), repeating('ListServices')),
  define(
    'P11',
    'ListServices',
    'breaks down at a token that it never gave',
    ['unknown-page-token-is-rejected'],
    refusal('ListServices', 400, (response, { query }) => {
      if (query.has('nextToken')) refuse(response, 'InternalServerError')
    }),
  ),
  define(
    'P11',
    'ListAliases',
    'begins again at a token that it never gave',
    ['unknown-page-token-is-rejected'],
    instead('ListAliases', async ({ query }, { forward }) => {
      const response = await forward()
      if (response.status !== 400 || !query.has('nextToken')) return response
      query.delete('nextToken')
      return await forward({ query })
    }),
  ),
  define(
    'P18',
    'ListFunctions',
    'returns an entry twice where one is made meanwhile',
    ['insert-while-paging-repeats-no-entry'],
    byOffset('ListFunctions'),
  ),
  define('P21', 'ListServices', 'loses an entry in pages of three', complete(3), losingOne('ListServices', 3)),
  define('P21', 'ListVersions', 'loses an entry in pages of five', complete(5), losingOne('ListVersions', 5)),
  define(
    'P22',
    'ListTriggers',
    'does not go on where the last entry was deleted',
    ['paging-survives-deletion-of-last-entry'],
    needingTheLast('ListTriggers'),
  ),
]

function oneMore(operation: string): Wrap {
  return mapRequestBody(operation, (query) => {
    const limit = query.get('limit')
    if (limit !== null && Number(limit) < 100) query.set('limit', String(Number(limit) + 1))
  })
}

function capped(operation: string): Wrap {
  return mapRequestBody(operation, (query) => {
    if (Number(query.get('limit') ?? '0') > 100) query.set('limit', '100')
  })
}

function endless(operation: string): Wrap {
  return instead(operation, async ({ query }, { forward }) => {
    if (query.get('nextToken') === 'more') query.delete('nextToken')
    const response = await forward({ query })
    if (response.status === 200) setJson(response, { nextToken: 'more', ...readRow(response) })
    return response
  })
}

/** Pages in order, with the last entry of each in mind. */
function withLast(operation: string, change: (page: readonly Row[], last: Row) => readonly Row[]): Wrap {
  return fresh(() => {
    const lasts = new Map<string, Row | undefined>()
    return list(operation, (page, { path, query }, { nextToken }) => {
      const token = query.get('nextToken')
      const last = token === null ? undefined : lasts.get(`${path} ${token}`)
      lasts.set(`${path} ${nextToken}`, page.at(-1))
      return last ? change(page, last) : page
    })
  })
}

function overlapping(operation: string): Wrap {
  return withLast(operation, (page, last) => [last, ...page])
}

function skipping(operation: string): Wrap {
  return withLast(operation, (page) => page.slice(1))
}

function repeating(operation: string): Wrap {
  return fresh(() => {
    let first: Row | undefined
    return list(operation, (page, { query }, { nextToken }) => {
      if (!query.has('nextToken')) first = page.at(0)
      else if (nextToken === undefined && first) return [...page, first]
      return page
    })
  })
}

/** Tokens are positions in the list as it is at the moment. */
function byOffset(operation: string): Wrap {
  return instead(operation, async ({ path, query }, { forward, ask }) => {
    const limit = Number(query.get('limit') ?? '20')
    const token = query.get('nextToken')
    const isOwn = token === null || /^offset-\d+$/.test(token)
    if (!isOwn || !Number.isInteger(limit) || limit < 1 || limit > 100 || query.has('prefix') || query.has('startKey'))
      return await forward()
    const from = Number(token?.slice('offset-'.length) ?? '0')
    const to = from + limit
    return await returnPage(ask, path, (all) => [all.slice(from, to), to < all.length ? `offset-${to}` : undefined])
  })
}

function losingOne(operation: string, limit: number): Wrap {
  return list(operation, (page, { query }) => (query.get('limit') === String(limit) ? page.slice(0, limit - 1) : page))
}

/** The entry that a token stands for must still be there. */
function needingTheLast(operation: string): Wrap {
  return fresh(() => {
    const lasts = new Map<string, string>()
    return every(operation, async (response, { path, query }, { ask }) => {
      const last = lasts.get(query.get('nextToken') ?? '')
      const body = readRow(response) ?? {}
      const [, page] = findList(body) ?? []
      if (typeof body.nextToken === 'string' && page) lasts.set(body.nextToken, String(nameOf(page.at(-1))))
      if (last !== undefined && (await ask('GET', `${path}/${last}`)).status === 404) refuse(response)
    })
  })
}
