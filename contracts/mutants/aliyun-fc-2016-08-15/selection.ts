import type { Row } from '../response.ts'
import { define } from '../define.ts'
import { fresh } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import { mapRequestBody, ignoring, instead, list } from './edits.ts'
import { returnPage, nameOf } from './resources.ts'

/** Section 6: which entries a list has, and in which order. */
export const selectionMutants: readonly Mutant[] = [
  define(
    'P13',
    'ListFunctions',
    'responds in another order each time',
    ['entries-are-in-order'],
    shuffled('ListFunctions'),
  ),
  define(
    'P14',
    'ListVersions',
    'returns the oldest first',
    ['newest-version-is-listed-first'],
    mapRequestBody('ListVersions', (query) => {
      if (!query.has('direction')) query.set('direction', 'FORWARD')
    }),
  ),
  define(
    'P14',
    'ListAliases',
    'returns each page backwards',
    ['entries-are-in-order'],
    list('ListAliases', (page) => page.toReversed()),
  ),
  define('P15', 'ListServices', 'ignores prefix', ['prefix-filters-list'], ignoring('ListServices', 'prefix')),
  define(
    'P15',
    'ListFunctions',
    'takes prefix for any part of the name',
    ['prefix-filters-list'],
    containing('ListFunctions', (name, prefix) => name.includes(prefix.slice(-1))),
  ),
  define(
    'P15',
    'ListAliases',
    'does not mind the case of prefix',
    ['prefix-is-case-sensitive'],
    containing('ListAliases', (name, prefix) => name.toLowerCase().startsWith(prefix.toLowerCase())),
  ),
  define(
    'P15',
    'ListTriggers',
    'finds prefix in any part of the name',
    ['prefix-is-matched-literally'],
    containing('ListTriggers', (name, prefix) => name.includes(prefix)),
    { as: 'part' },
  ),
  define(
    'P15',
    'ListFunctions',
    'takes an underscore in prefix for any character',
    ['prefix-is-matched-literally'],
    containing('ListFunctions', (name, prefix) => new RegExp(`^${prefix.replaceAll('_', '.')}`).test(name)),
    { as: 'underscore' },
  ),
  define('P15', 'ListTriggers', 'ignores prefix', ['prefix-filters-list'], ignoring('ListTriggers', 'prefix')),
  define('P16', 'ListVersions', 'ignores startKey', ['list-starts-at-start-key'], ignoring('ListVersions', 'startKey')),
  define('P16', 'ListTriggers', 'ignores startKey', ['list-starts-at-start-key'], ignoring('ListTriggers', 'startKey')),
]

function shuffled(operation: string): Wrap {
  return fresh(() => {
    let turn = 0
    return list(operation, (page) => {
      turn += 1
      return page.toSorted((a, b) => compare(a, b, turn))
    })
  })
}

function compare(a: Row, b: Row, turn: number): number {
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)]
  return (one < other ? 1 : -1) * (turn % 2 === 0 ? 1 : -1)
}

/** Reads the whole list and selects by its own rule. */
function containing(operation: string, fits: (name: string, prefix: string) => boolean): Wrap {
  return instead(operation, async ({ path, query }, { forward, ask }) => {
    const prefix = query.get('prefix')
    return prefix === null
      ? await forward()
      : await returnPage(ask, path, (all) => [all.filter((entry) => fits(String(nameOf(entry)), prefix))])
  })
}
