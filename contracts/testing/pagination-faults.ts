import { type Request, rowOf } from './fake-fc.ts'
import { type Case, named } from './fault-case.ts'
import { lists } from './kinds.ts'
import { beforeEach, breakDown, onSuccess } from './operation-faults.ts'

/** Faults of the five lists. */
export const pagingFaults: readonly Case[] = lists.flatMap(({ operation: { id }, entries }): Case[] => {
  const ignores = (name: string) => beforeEach(id, ({ query }) => query.delete(name))
  const onQuery = (applies: (query: Request['query']) => boolean) => ({
    alter: (response: Parameters<typeof breakDown>[0], { operation, query }: Request) => {
      if (operation === id && applies(query)) breakDown(response)
    },
  })
  const listOf = (body: object) => Reflect.get(body, entries)
  return [
    {
      name: `${id} ignores limit`,
      fault: ignores('limit'),
      fails: named(
        id,
        ...[1, 2, 3].map((limit) => `pages-are-complete-and-disjoint-with-limit-${limit}`),
        ...[101, 'text', 'x', '1.5'].map((limit) => `rejects-limit-${limit}`),
      ),
    },
    {
      name: `${id} omits one entry of each page`,
      fault: onSuccess(id, (response) => listOf(rowOf(response)).pop()),
      fails: named(id, ...[1, 2, 3, 5, 100].map((limit) => `pages-are-complete-and-disjoint-with-limit-${limit}`)),
    },
    {
      name: `${id} never ends`,
      fault: onSuccess(id, (response) => {
        rowOf(response).nextToken ??= 'more'
      }),
      fails: named(id, 'empty-list-has-no-entries'),
    },
    {
      name: `${id} returns entries in the wrong order`,
      fault: onSuccess(id, (response) => listOf(rowOf(response)).reverse()),
      fails: named(
        id,
        'entries-are-in-order',
        'newest-version-is-listed-first',
        'explicit-default-direction-is-accepted',
      ),
    },
    {
      name: `${id} returns 10 by default`,
      fault: beforeEach(id, ({ query }) => {
        if (!query.has('limit')) query.set('limit', '10')
      }),
      fails: named(id, 'default-page-size-is-20'),
    },
    {
      name: `${id} accepts any token`,
      fault: beforeEach(id, ({ query }) => {
        if (query.get('nextToken')?.startsWith('x')) query.delete('nextToken')
      }),
      fails: named(id, 'unknown-page-token-is-rejected'),
    },
    {
      name: `${id} ignores startKey`,
      fault: ignores('startKey'),
      fails: named(id, 'list-starts-at-start-key', 'prefix-and-start-key-combine'),
    },
    ...(entries === 'versions'
      ? [
          {
            name: `${id} ignores direction`,
            fault: ignores('direction'),
            fails: named(id, 'forward-direction-is-handled'),
          },
          {
            name: `${id} fails at an unknown direction`,
            fault: onQuery((query) => ['no-such-value', 'backward'].includes(query.get('direction') ?? '')),
            fails: named(id, 'handles-direction-no-such-value', 'handles-direction-backward'),
          },
        ]
      : [
          {
            name: `${id} ignores prefix`,
            fault: ignores('prefix'),
            fails: named(id, 'prefix-filters-list', 'prefix-is-matched-literally', 'prefix-is-case-sensitive'),
          },
        ]),
    {
      name: `${id} fails at a limit below 1, at 1 and at 100`,
      fault: onQuery((query) => ['1', '100', '0', '-1'].includes(query.get('limit') ?? '')),
      fails: named(id, 'accepts-limit-1', 'accepts-limit-100', 'handles-limit-0', 'handles-limit--1'),
    },
    {
      name: `${id} fails without a limit or a direction, and at a direction`,
      fault: onQuery(() => true),
      fails: named(id, 'accepts-limit-absent', 'accepts-direction-absent', 'accepts-direction-BACKWARD'),
    },
  ]
})
