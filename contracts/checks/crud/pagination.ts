import { toCount } from '../../../schemas/core/lib/count.ts'
import { toJsonSchema } from '../../../schemas/core/json-schema.ts'
import { isField } from '../../core/assertions/assertion.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import type { CoreContext } from '../../core/context.ts'
import type { Rules } from '../rules.ts'
import { isKeyValid } from './exact-names.ts'
import type { List } from './lists.ts'
import { expectNames, readNames, readPages, toInput, toOrder, toOwnOrder, toRest } from './pages.ts'

const words = ['a1', 'a2', 'a3', 'b1', 'b2'] as const

/** Keys whose order depends on whether it regards case. */
const mixed = ['a1', 'A2', 'a3', 'B1', 'b2'] as const

/** Pages contain every entry once, in order. */
export function toPageChecks(list: List, { clauses, api }: Rules): readonly Check[] {
  const { operation, order, paging } = list
  const size = readDefaultSize(list)
  const core = { operation, level: 'core' } as const
  return [
    ...[1, 2, 3, 5, 100].map((limit) =>
      defineCheck(`pages-are-complete-and-disjoint-with-limit-${limit}`, {
        ...core,
        clause: clauses.query(operation, paging.limit, paging.token),
        async run(context) {
          const listed = await list.arrange(context, mixed)
          const pages = await readPages(context, list, listed, { [paging.limit]: limit })
          const names = pages.flatMap((item) => item.names)
          const tooLong = pages.find((item) => item.names.length > limit)
          const assertions = [isField([list.entries], { is: 'at-most', of: 'length', limit })]
          const most = {
            expected: `at most ${limit} entries in a page`,
            actual: `${tooLong?.names.length}`,
            assertions,
          }
          context.expectThat(tooLong === undefined, most, tooLong?.exchange)
          expectNames(context, names.toSorted(), listed.names.toSorted(), pages.at(-1)?.exchange)
        },
      }),
    ),
    defineCheck('entries-are-in-order', {
      ...core,
      // Clients see entries in ascending order of their names; the sources state the order of versions only.
      level: order ? 'core' : 'extended',
      clause: order ? clauses.query(operation, 'direction') : `observed: ${operation.id} returns entries by name`,
      async run(context) {
        const listed = await list.arrange(context, order ? words : words.toReversed())
        const { names, last } = await readNames(context, list, listed, { [paging.limit]: 2 })
        if (order || context.profile === 'observed') {
          return expectNames(context, names, order ? listed.names : listed.names.toSorted(), last)
        }
        // No source states the order: any order passes that is the same for every page size.
        const again = await readNames(context, list, listed, { [paging.limit]: 3 })
        expectNames(context, again.names, names, again.last)
        context.note(`the order of ${list.entries}`, toOrder(names, listed.names))
      },
    }),
    defineCheck(`default-page-size-is-${size}`, {
      ...core,
      clause: `${clauses.query(operation, paging.limit)}: ${size} by default`,
      async run(context) {
        const many = Array.from({ length: size + 1 }, (_, index) => `n${String(index).padStart(2, '0')}`)
        const listed = await list.arrange(context, many)
        const [first] = await readPages(context, list, listed, {}, 1)
        const assertions = [isField([list.entries, 'length'], { is: 'equal', value: size })]
        const finding = {
          expected: toCount(size, 'entry', 'entries'),
          actual: toCount(first?.names.length ?? 0, 'entry', 'entries'),
          assertions,
        }
        context.expectThat(first?.names.length === size, finding, first?.exchange)
        const next = {
          expected: `a ${paging.token}, because there is one more entry`,
          actual: 'none',
          assertions: [isField([paging.token], { is: 'present' })],
        }
        context.expectThat(first?.token !== undefined, next, first?.exchange)
      },
    }),
    defineCheck('unknown-page-token-is-rejected', {
      ...core,
      level: 'extended',
      clause: `${clauses.query(operation, paging.token)}: a token from the response of the list; 400`,
      async run(context) {
        const listed = await list.arrange(context, words)
        const [first] = await readPages(context, list, listed, { [paging.limit]: 2 }, 1)
        const query = { ...listed.query, [paging.limit]: 2, [paging.token]: `x${first?.token ?? ''}!` }
        const sent = await context.target.send(operation, { ...toInput(listed), query })
        context.expectError(sent, api.dialect.codes.invalid)
      },
    }),
    defineCheck('empty-list-has-no-entries', {
      ...core,
      clause: clauses.success(operation),
      async run(context) {
        const listed = await list.arrange(context, [])
        const query = paging.prefix ? { [paging.prefix]: context.name() } : {}
        const sent = await context.target.send(operation, { ...toInput(listed), query })
        const { [list.entries]: entries, [paging.token]: token } = context.expectResponse(sent)
        const isEmpty = entries === undefined || (Array.isArray(entries) && entries.length === 0)
        const assertions = [isField([list.entries, '0'], { is: 'absent' })]
        context.expectThat(isEmpty, { expected: 'no entries', actual: JSON.stringify(entries), assertions }, sent)
        const finding = { expected: `no ${paging.token}`, actual: String(token) }
        context.expectThat(token === undefined || token === '' || token === null, finding, sent)
      },
    }),
  ]
}

/** The documented number of entries in a page, if the request has no limit. */
function readDefaultSize({ operation, paging }: List): number {
  const limit = operation.params.query[paging.limit]
  const size = limit && toJsonSchema(limit).default
  return typeof size === 'number' ? size : 20
}

/** A prefix and a start key select entries. */
export function toSelectionChecks(list: List, { clauses }: Rules): readonly Check[] {
  const { operation, paging } = list
  const { prefix: prefixName, startKey: startName, limit } = paging
  const core = { operation, level: 'core' } as const
  const expectFrom = async (context: CoreContext, index: number, size: number, prefix?: string) => {
    const listed = await list.arrange(context, words)
    const start = prefix === undefined ? undefined : `${listed.base}-${prefix}`
    const whole = await toOwnOrder(context, list, listed, start)
    const from = whole[index] ?? ''
    const query = { ...(start && prefixName && { [prefixName]: start }), ...(startName && { [startName]: from }) }
    const { names, last } = await readNames(context, list, listed, { ...query, [limit]: size })
    if (start === undefined) context.note('the entry of the start key', names.includes(from) ? 'included' : 'left out')
    const rest = toRest(context, whole, from, names)
    expectNames(context, names.toSorted(), rest.toSorted(), last)
  }
  return [
    ...(startName
      ? [
          defineCheck('list-starts-at-start-key', {
            ...core,
            clause: clauses.query(operation, startName),
            run: async (context) => await expectFrom(context, 2, 2),
          }),
          ...(list.resource.keyIn !== 'response' && !list.resource.isCaseOpen
            ? [
                defineCheck('start-key-is-case-sensitive', {
                  ...core,
                  level: 'extended',
                  clause: clauses.query(operation, startName),
                  async run(context) {
                    const listed = await list.arrange(context, ['A1', 'Y1', 'Z1'])
                    const startKey = listed.toName('Y1')
                    const { names, last } = await readNames(context, list, listed, {
                      [startName]: startKey,
                      [limit]: 100,
                    })
                    const rest = toRest(context, await toOwnOrder(context, list, listed), startKey, names)
                    expectNames(context, names.toSorted(), rest.toSorted(), last)
                  },
                }),
              ]
            : []),
        ]
      : []),
    ...(prefixName ? toPrefixChecks(list, prefixName, clauses.query(operation, prefixName)) : []),
    ...(prefixName && startName
      ? [
          defineCheck('prefix-and-start-key-combine', {
            ...core,
            clause: clauses.query(operation, prefixName, startName),
            run: async (context) => await expectFrom(context, 1, 1, 'a'),
          }),
        ]
      : []),
  ]
}

function toPrefixChecks(list: List, prefixName: string, clause: string): readonly Check[] {
  const { operation, paging } = list
  const core = { operation, level: 'core', clause } as const
  return [
    defineCheck('prefix-filters-list', {
      ...core,
      async run(context) {
        const listed = await list.arrange(context, words)
        for (const [prefix, limit] of [
          ['a', 100],
          ['b', 1],
          ['a', 2],
          ['c', 100],
        ] as const) {
          const query = { [prefixName]: `${listed.base}-${prefix}`, [paging.limit]: limit }
          const { names, last } = await readNames(context, list, listed, query)
          const expected = listed.names.filter((name) => name.startsWith(`${listed.base}-${prefix}`))
          expectNames(context, names.toSorted(), expected.toSorted(), last)
        }
      },
    }),
    defineCheck('prefix-is-matched-literally', {
      ...core,
      async run(context) {
        // No character is a wildcard, and a prefix is the beginning of a name.
        const mark = isKeyValid(list.resource, (await list.arrange(context, [])).toName('a_1')) ? '_' : '.'
        const listed = await list.arrange(context, [`a${mark}1`, 'a-1', `b${mark}1`])
        for (const [prefix, expected] of [
          [`${listed.base}-a${mark}`, [listed.toName(`a${mark}1`)]],
          [listed.base.slice(1), []],
        ] as const) {
          const pages = await readPages(context, list, listed, { [prefixName]: prefix, [paging.limit]: 100 })
          const ours = pages.flatMap((item) => item.names).filter((name) => name.startsWith(listed.base))
          expectNames(context, ours, expected, pages.at(-1)?.exchange)
        }
      },
    }),
    ...(list.resource.isCaseOpen
      ? []
      : [
          defineCheck('prefix-is-case-sensitive', {
            ...core,
            level: 'extended',
            async run(context) {
              const listed = await list.arrange(context, ['a1', 'B1'])
              for (const [prefix, expected] of [
                ['b', []],
                ['B', [listed.toName('B1')]],
              ] as const) {
                const query = { [prefixName]: `${listed.base}-${prefix}`, [paging.limit]: 100 }
                const { names, last } = await readNames(context, list, listed, query)
                expectNames(context, names, expected, last)
              }
            },
          }),
        ]),
  ]
}
