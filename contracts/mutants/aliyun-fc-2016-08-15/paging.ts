import { define } from '../define.ts'
import { fresh, type Row, readRow, setJson } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { answers, before, instead, refuse, row } from './kit.ts'

const complete = (...limits: readonly number[]) =>
  limits.map((limit) => `is-complete-and-disjoint-in-pages-of-${limit}`)

const lists = {
  ListServices: ['services', 'serviceName'],
  ListFunctions: ['functions', 'functionName'],
  ListTriggers: ['triggers', 'triggerName'],
  ListAliases: ['aliases', 'aliasName'],
  ListVersions: ['versions', 'versionId'],
} as const
type ListOperation = keyof typeof lists

/** Section 6: the five lists. */
export const pagingMutants: readonly Mutant[] = [
  define('P01', 'ListServices', 'ignores limit', complete(1, 2), ignoring('ListServices', 'limit')),
  define('P01', 'ListVersions', 'ignores limit', complete(1, 2), ignoring('ListVersions', 'limit')),
  define('P02', 'ListFunctions', 'answers one entry more than limit', complete(1, 2), oneMore('ListFunctions')),
  define('P02', 'ListAliases', 'answers one entry more than limit', complete(1, 2), oneMore('ListAliases')),
  define('P03', 'ListTriggers', 'cuts a limit above 100 in silence', ['refuses-limit-101'], capped('ListTriggers')),
  define('P03', 'ListVersions', 'cuts a limit above 100 in silence', ['refuses-limit-101'], capped('ListVersions')),
  define('P05', 'ListFunctions', 'gives no token though more is there', complete(1, 2, 3), tokenless('ListFunctions')),
  define('P05', 'ListAliases', 'gives no token though more is there', complete(1, 2, 3), tokenless('ListAliases')),
  define('P06', 'ListServices', 'always gives a token', ['answers-an-empty-list'], endless('ListServices')),
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
    ['refuses-a-token-that-it-never-gave'],
    answers(
      'ListServices',
      (status) => status === 400,
      (answer, { query }) => {
        if (query.has('nextToken')) refuse(answer, 'InternalServerError')
      },
    ),
  ),
  define(
    'P11',
    'ListAliases',
    'begins again at a token that it never gave',
    ['refuses-a-token-that-it-never-gave'],
    instead('ListAliases', async ({ query }, { forward }) => {
      const answer = await forward()
      if (answer.status !== 400 || !query.has('nextToken')) return answer
      query.delete('nextToken')
      return await forward({ query })
    }),
  ),
  define('P13', 'ListFunctions', 'answers in another order each time', ['is-in-order'], shuffled('ListFunctions')),
  define(
    'P14',
    'ListVersions',
    'answers the oldest first',
    ['answers-the-newest-first'],
    before('ListVersions', ({ query }) => {
      if (!query.has('direction')) query.set('direction', 'FORWARD')
      return { query }
    }),
  ),
  define(
    'P14',
    'ListAliases',
    'answers each page backwards',
    ['is-in-order'],
    row('ListAliases', (body) => {
      if (Array.isArray(body.aliases)) body.aliases = body.aliases.toReversed()
    }),
  ),
  define('P15', 'ListServices', 'ignores prefix', ['keeps-to-the-prefix'], ignoring('ListServices', 'prefix')),
  define(
    'P15',
    'ListFunctions',
    'takes prefix for any part of the name',
    ['keeps-to-the-prefix'],
    containing('ListFunctions', (name, prefix) => name.includes(prefix.slice(-1))),
  ),
  define(
    'P15',
    'ListAliases',
    'does not mind the case of prefix',
    [/./],
    containing('ListAliases', (name, prefix) => name.toLowerCase().startsWith(prefix.toLowerCase())),
  ),
  define('P15', 'ListTriggers', 'ignores prefix', ['keeps-to-the-prefix'], ignoring('ListTriggers', 'prefix')),
  define('P16', 'ListVersions', 'ignores startKey', ['starts-at-the-start-key'], ignoring('ListVersions', 'startKey')),
  define('P16', 'ListTriggers', 'ignores startKey', ['starts-at-the-start-key'], ignoring('ListTriggers', 'startKey')),
  define(
    'P18',
    'ListFunctions',
    'answers an entry twice where one is made meanwhile',
    ['answers-no-entry-twice-where-one-is-made-meanwhile'],
    byOffset('ListFunctions'),
  ),
  define('P21', 'ListServices', 'loses an entry in pages of three', complete(3), losingAt('ListServices', '3')),
  define('P21', 'ListVersions', 'loses an entry in pages of five', complete(5), losingAt('ListVersions', '5')),
  define(
    'P22',
    'ListTriggers',
    'does not go on where the last entry was deleted',
    ['goes-on-where-the-last-entry-was-deleted'],
    needingTheLast('ListTriggers'),
  ),
]

function ignoring(operation: ListOperation, name: string): Wrap {
  return before(operation, ({ query }) => {
    query.delete(name)
    return { query }
  })
}

function oneMore(operation: ListOperation): Wrap {
  return before(operation, ({ query }) => {
    const limit = query.get('limit')
    if (limit !== null && Number(limit) < 100) query.set('limit', String(Number(limit) + 1))
    return { query }
  })
}

function capped(operation: ListOperation): Wrap {
  return before(operation, ({ query }) => {
    if (Number(query.get('limit') ?? '0') > 100) query.set('limit', '100')
    return { query }
  })
}

function tokenless(operation: ListOperation): Wrap {
  return row(operation, (body) => {
    delete body.nextToken
  })
}

function endless(operation: ListOperation): Wrap {
  return instead(operation, async ({ query }, { forward }) => {
    if (query.get('nextToken') === 'more') query.delete('nextToken')
    const answer = await forward({ query })
    if (answer.status === 200) setJson(answer, { nextToken: 'more', ...readRow(answer) })
    return answer
  })
}

/** Pages in order, with the last entry of each in mind. */
function withLast(operation: ListOperation, change: (entries: Row[], before: Row | undefined) => Row[]): Wrap {
  const [field] = lists[operation]
  return fresh(() => {
    const lasts = new Map<unknown, Row | undefined>()
    return row(operation, (body, { path, query }) => {
      if (!Array.isArray(body[field])) return
      const token = query.get('nextToken')
      const last = token === null ? undefined : lasts.get(`${path} ${token}`)
      lasts.set(`${path} ${body.nextToken}`, body[field].at(-1))
      body[field] = change(body[field], last)
    })
  })
}

function overlapping(operation: ListOperation): Wrap {
  return withLast(operation, (entries, last) => (last ? [last, ...entries] : entries))
}

function skipping(operation: ListOperation): Wrap {
  return withLast(operation, (entries, last) => (last ? entries.slice(1) : entries))
}

function repeating(operation: ListOperation): Wrap {
  const [field] = lists[operation]
  return fresh(() => {
    let first: Row | undefined
    return row(operation, (body, { query }) => {
      if (!Array.isArray(body[field])) return
      if (!query.has('nextToken')) first = body[field].at(0)
      else if (body.nextToken === undefined && first) body[field] = [...body[field], first]
    })
  })
}

function shuffled(operation: ListOperation): Wrap {
  const [field] = lists[operation]
  return fresh(() => {
    let turn = 0
    return row(operation, (body) => {
      turn += 1
      if (Array.isArray(body[field])) body[field] = body[field].toSorted((a: Row, b: Row) => compare(a, b, turn))
    })
  })
}

function compare(a: Row, b: Row, turn: number): number {
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)]
  return (one < other ? 1 : -1) * (turn % 2 === 0 ? 1 : -1)
}

/** Reads the whole list and selects by its own rule. */
function containing(operation: ListOperation, fits: (name: string, prefix: string) => boolean): Wrap {
  const [field, name] = lists[operation]
  return instead(operation, async ({ path, query }, { forward, ask }) => {
    const prefix = query.get('prefix')
    if (prefix === null) return await forward()
    const whole = await ask('GET', `${path}?limit=100`)
    const body = readRow(whole)
    const found = Array.isArray(body?.[field]) ? body[field] : []
    if (whole.status === 200)
      setJson(whole, { [field]: found.filter((entry: Row) => fits(String(entry[name]), prefix)) })
    return whole
  })
}

/** Tokens are positions in the list as it is at the moment. */
function byOffset(operation: ListOperation): Wrap {
  const [field] = lists[operation]
  return instead(operation, async ({ path, query }, { forward, ask }) => {
    const limit = Number(query.get('limit') ?? '20')
    const token = query.get('nextToken')
    const isOwn = token === null || /^offset-\d+$/.test(token)
    if (!isOwn || !Number.isInteger(limit) || limit < 1 || limit > 100 || query.has('prefix') || query.has('startKey'))
      return await forward()
    const whole = await ask('GET', `${path}?limit=100`)
    const all = readRow(whole)?.[field]
    if (!Array.isArray(all)) return whole
    const from = Number(token?.slice('offset-'.length) ?? '0')
    const isLast = from + limit >= all.length
    setJson(whole, { [field]: all.slice(from, from + limit), ...(!isLast && { nextToken: `offset-${from + limit}` }) })
    return whole
  })
}

function losingAt(operation: ListOperation, limit: string): Wrap {
  const [field] = lists[operation]
  return row(operation, (body, { query }) => {
    if (query.get('limit') === limit && Array.isArray(body[field]))
      body[field] = body[field].slice(0, limit === '5' ? 4 : 2)
  })
}

/** The entry that a token stands for must still be there. */
function needingTheLast(operation: ListOperation): Wrap {
  const [field, name] = lists[operation]
  return fresh(() => {
    const lasts = new Map<string, string>()
    return instead(operation, async ({ path, query }, { forward, ask }) => {
      const last = lasts.get(query.get('nextToken') ?? '')
      const answer = await forward()
      const body = readRow(answer)
      const entries = body?.[field]
      if (typeof body?.nextToken === 'string' && Array.isArray(entries))
        lasts.set(body.nextToken, String(entries.at(-1)?.[name]))
      if (last !== undefined && (await ask('GET', `${path}/${last}`)).status === 404) refuse(answer, 'InvalidArgument')
      return answer
    })
  })
}
