import { isField } from '../../core/assertions/assertion.ts'
import { toText } from '../../core/assertions/expect.ts'
import { readObject } from '../../core/assertions/expect-response.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import type { CoreContext } from '../../core/context.ts'
import type { List } from './lists.ts'
import { expectNames, readNames, readPage, readPages } from './pages.ts'

const words = ['a1', 'a2', 'a3', 'b1'] as const

/** How clients observe the token of the next page. No source states these rules. */
export function toPageTokenChecks(list: List): readonly Check[] {
  const { operation, paging } = list
  const { token: tokenName, startKey, prefix, limit } = paging
  if (startKey === undefined) return []
  const observed = { operation, level: 'extended' } as const
  const skipDocumented = (context: CoreContext) => {
    if (context.profile === 'documented') context.skip(`no source states the form and the precedence of ${tokenName}`)
  }
  return [
    defineCheck('page-token-wins-over-start-key', {
      ...observed,
      clause: `observed: with ${tokenName}, ${operation.id} ignores ${startKey}`,
      async run(context) {
        skipDocumented(context)
        const listed = await list.arrange(context, words)
        const whole = await readNames(context, list, listed, { [limit]: 100 })
        const [first] = await readPages(context, list, listed, { [limit]: 2 }, 1)
        const token = first?.token ?? ''
        for (const key of [whole.names[0] ?? '', whole.names[3] ?? '']) {
          const page = await readPage(context, list, listed, { [limit]: 2, [tokenName]: token, [startKey]: key })
          expectNames(context, page.names, whole.names.slice(2), page.exchange)
        }
      },
    }),
    defineCheck('last-page-has-no-page-token', {
      ...observed,
      clause: `observed: the last page of ${operation.id} has no ${tokenName}`,
      async run(context) {
        skipDocumented(context)
        const listed = await list.arrange(context, words)
        const queries = [
          { [limit]: words.length },
          { [limit]: 100 },
          { [limit]: 2 },
          { [limit]: 2, [startKey]: listed.names.at(-1) ?? '' },
          ...(prefix ? [{ [limit]: 3, [prefix]: `${listed.base}-a` }, { [prefix]: `${listed.base}-c` }] : []),
        ]
        for (const query of queries) {
          const pages = await readPages(context, list, listed, query)
          // A page without entries after the last entry is one page too many.
          const last = (pages.findLast(({ names }) => names.length > 0) ?? pages.at(-1))?.exchange
          const value = last && readObject(last)[tokenName]
          const assertions = [isField([tokenName], { is: 'absent' })]
          const finding = {
            expected: `no ${tokenName} on the last page`,
            actual: `${tokenName} ${toText(value)}`,
            assertions,
          }
          context.expectThat(value === undefined, finding, last)
        }
      },
    }),
  ]
}
