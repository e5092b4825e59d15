import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { toCitation } from '../../schemas/core/source.ts'
import type { Check } from '../core/check.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import { toParameterChecks } from '../core/generate/parameter-checks.ts'
import { check } from './check.ts'
import { tolerances } from './tolerances.ts'
import type { Context } from './kind.ts'
import { expectNames, readNames, readPages, toInput, toOrder, toOwnOrder } from './read-pages.ts'
import { type List, lists } from './lists.ts'

/** The laws of the five lists. */
export const pagingChecks: readonly Check[] = lists.flatMap((list) => [
  ...toPageProperties(list),
  ...toSelectionProperties(list),
])

const words = ['a1', 'a2', 'a3', 'b1', 'b2'] as const

/** Names that stand in one order with regard to case, and in another without. */
const mixed = ['a1', 'A2', 'a3', 'B1', 'b2'] as const

function toPageProperties(list: List): readonly Check[] {
  const { operation } = list
  const page = toCitation(operation.source)
  const core = { operation, level: 'core' } as const
  return [
    ...[1, 2, 3, 5, 100].map((limit) =>
      check(`pages-are-complete-and-disjoint-with-limit-${limit}`, {
        ...core,
        clause: `${page}, Query limit, nextToken`,
        async run(context) {
          const listed = await list.arrange(context, mixed)
          const pages = await readPages(context, list, listed, { limit })
          const names = pages.flatMap((item) => item.names)
          const last = pages.at(-1)?.exchange
          const tooLong = pages.find((item) => item.names.length > limit)
          const most = { expected: `at most ${limit} entries in a page`, actual: `${tooLong?.names.length}` }
          context.expectThat(tooLong === undefined, most, tooLong?.exchange)
          expectNames(context, names.toSorted(), listed.names.toSorted(), last)
        },
      }),
    ),
    check('entries-are-in-order', {
      ...core,
      // Names in ascending order are what clients see; the direction of versions is on the page.
      level: list.hasPrefix ? 'extended' : 'core',
      clause: list.hasPrefix ? `observed: ${operation.id} returns by name` : `${page}, Query direction`,
      async run(context) {
        const listed = await list.arrange(context, list.hasPrefix ? words.toReversed() : words)
        const { names, last } = await readNames(context, list, listed, { limit: 2 })
        const isOpen = list.hasPrefix && context.profile === 'documented'
        if (!isOpen) return expectNames(context, names, list.hasPrefix ? listed.names.toSorted() : listed.names, last)
        // No page names the order of names: any will do that is the same for every reader.
        const again = await readNames(context, list, listed, { limit: 3 })
        expectNames(context, again.names, names, again.last)
        context.note(`the order of ${list.entries}`, toOrder(names, listed.names))
      },
    }),
    check('default-page-size-is-20', {
      ...core,
      clause: `${page}, Query limit: 20 by default`,
      async run(context) {
        const many = Array.from({ length: 21 }, (_, index) => `n${String(index).padStart(2, '0')}`)
        const listed = await list.arrange(context, many)
        const [first] = await readPages(context, list, listed, {}, 1)
        const finding = { expected: '20 entries', actual: `${first?.names.length} entries` }
        context.expectThat(first?.names.length === 20, finding, first?.exchange)
        const isTold = first?.token !== undefined
        context.expectThat(isTold, { expected: 'a nextToken, for there is a 21st', actual: 'none' }, first?.exchange)
      },
    }),
    check('unknown-page-token-is-rejected', {
      ...core,
      level: 'extended',
      clause: `${page}, Query nextToken: the token is included in the response of the list; 400`,
      async run(context) {
        const listed = await list.arrange(context, words)
        const [first] = await readPages(context, list, listed, { limit: 2 }, 1)
        const query = { ...listed.query, limit: 2, nextToken: `x${first?.token ?? ''}!` }
        const sent = await context.target.send(operation, { ...toInput(listed), query })
        context.expectError(sent, 'InvalidArgument')
      },
    }),
    check('empty-list-has-no-entries', {
      ...core,
      clause: `${page} 200`,
      async run(context) {
        const listed = await list.arrange(context, [])
        const query = list.hasPrefix ? { prefix: context.name() } : {}
        const sent = await context.target.send(operation, { ...toInput(listed), query })
        const { [list.entries]: entries, nextToken } = context.expectResponse(sent)
        const isEmpty = entries === undefined || (Array.isArray(entries) && entries.length === 0)
        context.expectThat(isEmpty, { expected: 'no entries', actual: JSON.stringify(entries) }, sent)
        const finding = { expected: 'no nextToken', actual: String(nextToken) }
        context.expectThat(nextToken === undefined || nextToken === '' || nextToken === null, finding, sent)
      },
    }),
  ]
}

function toSelectionProperties(list: List): readonly Check[] {
  const { operation } = list
  const page = toCitation(operation.source)
  const core = { operation, level: 'core' } as const
  const startKey = check('list-starts-at-start-key', {
    ...core,
    clause: `${page}, Query startKey`,
    async run(context) {
      const listed = await list.arrange(context, words)
      const whole = await toOwnOrder(context, list, listed, {})
      const from = whole[2] ?? ''
      const { names, last } = await readNames(context, list, listed, { startKey: from, limit: 2 })
      // Whether the entry of that very name is in the list is not stated.
      context.note('the entry that startKey names', names.includes(from) ? 'included' : 'left out')
      const rest = whole.slice(names.includes(from) ? 2 : 3)
      expectNames(context, names.toSorted(), rest.toSorted(), last)
    },
  })
  if (!list.hasPrefix) return [startKey]
  return [
    startKey,
    check('prefix-filters-list', {
      ...core,
      clause: `${page}, Query prefix`,
      async run(context) {
        const listed = await list.arrange(context, words)
        for (const [prefix, limit] of [
          ['a', 100],
          ['b', 1],
          ['a', 2],
          ['c', 100],
        ] as const) {
          const pages = await readPages(context, list, listed, { prefix: `${listed.base}-${prefix}`, limit })
          const expected = listed.names.filter((name) => name.startsWith(`${listed.base}-${prefix}`))
          const names = pages.flatMap((item) => item.names)
          expectNames(context, names.toSorted(), expected.toSorted(), pages.at(-1)?.exchange)
        }
      },
    }),
    check('prefix-is-matched-literally', {
      ...core,
      clause: `${page}, Query prefix`,
      async run(context) {
        const listed = await list.arrange(context, ['a_1', 'a-1', 'b_1'])
        // An underscore stands for itself alone, and a prefix is where a name begins.
        for (const [prefix, expected] of [
          [`${listed.base}-a_`, [`${listed.base}-a_1`]],
          [listed.base.slice(1), []],
        ] as const) {
          const pages = await readPages(context, list, listed, { prefix, limit: 100 })
          const ours = pages.flatMap((item) => item.names).filter((name) => name.startsWith(listed.base))
          expectNames(context, ours, expected, pages.at(-1)?.exchange)
        }
      },
    }),
    check('prefix-is-case-sensitive', {
      ...core,
      level: 'extended',
      clause: `${page}, Query prefix`,
      async run(context) {
        const listed = await list.arrange(context, ['a1', 'B1'])
        const pages = await readPages(context, list, listed, { prefix: `${listed.base}-b`, limit: 100 })
        expectNames(
          context,
          pages.flatMap((item) => item.names),
          [],
          pages.at(-1)?.exchange,
        )
      },
    }),
    check('prefix-and-start-key-combine', {
      ...core,
      clause: `${page}, Query prefix, startKey`,
      async run(context) {
        const listed = await list.arrange(context, words)
        const prefix = `${listed.base}-a`
        const whole = await toOwnOrder(context, list, listed, { prefix })
        const from = whole[1] ?? ''
        const { names, last } = await readNames(context, list, listed, { prefix, startKey: from, limit: 1 })
        const rest = whole.slice(names.includes(from) ? 1 : 2)
        expectNames(context, names.toSorted(), rest.toSorted(), last)
      },
    }),
  ]
}

/** Limits and directions, those too that are wrong or open. */
export const parameterChecks: readonly Check[] = lists.flatMap((list) => {
  const { operation } = list
  const page = toCitation(operation.source)
  const core = { operation, level: 'core' } as const
  const send = async (context: Context, query: Readonly<Record<string, string | number>>) => {
    const listed = await list.arrange(context, ['a1'])
    return await context.target.send(operation, { ...toInput(listed), query: { ...listed.query, ...query } })
  }
  return [
    ...toParameterChecks({
      api,
      operation,
      check,
      async base(context) {
        const listed = await list.arrange(context, ['a1'])
        return { ...toInput(listed), query: listed.query }
      },
      open: [
        { names: /^rejects-limit-0$/, tolerance: tolerances.limitBelowOne, quirk: 'A30' },
        { names: /^rejects-direction-/, tolerance: tolerances.unknownDirection, quirk: 'A29' },
      ],
    }),
    ...['x', '1.5'].map((limit) =>
      check(`rejects-limit-${limit}`, {
        ...core,
        clause: `${page}, Query limit: an integer; 400`,
        run: async (context) => context.expectError(await send(context, { limit }), 'InvalidArgument'),
      }),
    ),
    check('handles-limit--1', {
      ...core,
      quirk: 'A30',
      clause: `${page} 200, 400 (quirk A30)`,
      run: async (context) =>
        void expectTolerance(context, await send(context, { limit: -1 }), tolerances.limitBelowOne),
    }),
  ]
})
