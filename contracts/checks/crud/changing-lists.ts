import { type Check, defineCheck } from '../../core/check.ts'
import type { CoreContext } from '../../core/context.ts'
import type { Rules } from '../rules.ts'
import type { List, Listed } from './lists.ts'
import { readPage } from './pages.ts'

/** Lists that change between two pages: a token still leads to the remaining entries. */
export function toChangingListChecks(list: List, { clauses }: Rules): readonly Check[] {
  const { operation, paging } = list
  const core = {
    operation,
    level: 'extended',
    clause: `${clauses.query(operation, paging.token)}: leads to more entries`,
  } as const
  return [
    defineCheck('insert-while-paging-repeats-no-entry', {
      ...core,
      run: async (context) => void (await readOn(context, list, ({ add }) => add())),
    }),
    defineCheck('paging-survives-deletion-of-last-entry', {
      ...core,
      run: async (context) => void (await readOn(context, list, ({ remove }, seen) => remove(seen.at(-1) ?? ''))),
    }),
    defineCheck('paging-survives-deletion-of-next-entry', {
      ...core,
      async run(context) {
        // Any order passes: the whole list tells which entry follows the first page.
        let whole: readonly string[] = []
        const { exchange, names } = await readOn(context, list, async (listed, seen) => {
          whole = (await readPage(context, list, listed, { [paging.limit]: 100 })).names
          const next = whole[seen.length]
          if (next === undefined)
            return context.skip(`the list lacks entries; another check of ${operation.id} reports this`)
          await listed.remove(next)
          whole = whole.slice(seen.length + 1)
        })
        const lost = whole.filter((name) => !names.includes(name))
        const finding = { expected: `the entries ${whole.join(', ')}`, actual: `the entries ${names.join(', ')}` }
        context.expectThat(lost.length === 0, finding, exchange)
      },
    }),
  ]
}

/** Reads a page of two, changes the list, and reads the next page. */
async function readOn(
  context: CoreContext,
  list: List,
  change: (listed: Listed, seen: readonly string[]) => Promise<void>,
) {
  const { limit, token } = list.paging
  const listed = await list.arrange(context, ['b1', 'b2', 'b3', 'b4'])
  const first = await readPage(context, list, listed, { [limit]: 2 })
  if (first.token === undefined) return context.skip(`the first page has no ${token}`)
  if (first.names.length === 0)
    context.skip(`the first page has no entries; another check of ${list.operation.id} reports this`)
  await change(listed, first.names)
  const second = await readPage(context, list, listed, { [limit]: 2, [token]: first.token })
  const repeated = second.names.filter((name) => first.names.includes(name))
  const finding = { expected: 'entries that the first page does not contain', actual: `${repeated.join(', ')} again` }
  context.expectThat(repeated.length === 0, finding, second.exchange)
  return second
}
