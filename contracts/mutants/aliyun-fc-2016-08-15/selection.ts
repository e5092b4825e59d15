import { define } from '../define.ts'
import { perServer } from '../kit.ts'
import type { Mutant, Wrap } from '../mutant.ts'
import type { JsonObject } from '../response.ts'
import { dropQueryParameter, editList, editQuery, intercept } from './edits.ts'
import { nameOf, returnPage } from './resources.ts'

/** Section 6 of the catalogue: filters and order of lists. */
export const selectionMutants: readonly Mutant[] = [
  define(
    'P13',
    'ListFunctions',
    'returns entries in a different order each time',
    ['entries-are-in-order'],
    alternateOrder('ListFunctions'),
  ),
  define(
    'P14',
    'ListVersions',
    'returns the oldest version first',
    ['newest-version-is-listed-first'],
    editQuery('ListVersions', (query) => {
      if (!query.has('direction')) query.set('direction', 'FORWARD')
    }),
  ),
  define(
    'P14',
    'ListAliases',
    'reverses the order within each page',
    ['entries-are-in-order'],
    editList('ListAliases', (page) => page.toReversed()),
  ),
  define(
    'P15',
    'ListServices',
    'ignores prefix',
    ['prefix-filters-list'],
    dropQueryParameter('ListServices', 'prefix'),
  ),
  define(
    'P15',
    'ListFunctions',
    'matches the last character of prefix anywhere in the name',
    ['prefix-filters-list'],
    filterByName('ListFunctions', (name, prefix) => name.includes(prefix.slice(-1))),
  ),
  define(
    'P15',
    'ListAliases',
    'ignores the case of prefix',
    ['prefix-is-case-sensitive'],
    filterByName('ListAliases', (name, prefix) => name.toLowerCase().startsWith(prefix.toLowerCase())),
  ),
  define(
    'P15',
    'ListTriggers',
    'matches prefix anywhere in the name',
    ['prefix-is-matched-literally'],
    filterByName('ListTriggers', (name, prefix) => name.includes(prefix)),
    { as: 'substring' },
  ),
  define(
    'P15',
    'ListFunctions',
    'treats an underscore in prefix as a wildcard',
    ['prefix-is-matched-literally'],
    filterByName('ListFunctions', (name, prefix) => new RegExp(`^${prefix.replaceAll('_', '.')}`).test(name)),
    { as: 'underscore' },
  ),
  define(
    'P15',
    'ListTriggers',
    'ignores prefix',
    ['prefix-filters-list'],
    dropQueryParameter('ListTriggers', 'prefix'),
  ),
  define(
    'P16',
    'ListVersions',
    'ignores startKey',
    ['list-starts-at-start-key'],
    dropQueryParameter('ListVersions', 'startKey'),
  ),
  define(
    'P16',
    'ListTriggers',
    'ignores startKey',
    ['list-starts-at-start-key'],
    dropQueryParameter('ListTriggers', 'startKey'),
  ),
]

function alternateOrder(operation: string): Wrap {
  return perServer(() => {
    let turn = 0
    return editList(operation, (page) => {
      turn += 1
      return page.toSorted((a, b) => compare(a, b, turn))
    })
  })
}

function compare(a: JsonObject, b: JsonObject, turn: number): number {
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)]
  return (one < other ? 1 : -1) * (turn % 2 === 0 ? 1 : -1)
}

/** Reads the whole list and filters its entries with `fits`. */
function filterByName(operation: string, fits: (name: string, prefix: string) => boolean): Wrap {
  return intercept(operation, async ({ path, query }, { forward, send }) => {
    const prefix = query.get('prefix')
    return prefix === null
      ? await forward()
      : await returnPage(send, path, (all) => [all.filter((entry) => fits(String(nameOf(entry)), prefix))])
  })
}
