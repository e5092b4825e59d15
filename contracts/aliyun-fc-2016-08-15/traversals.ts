import { toCitation } from '../../schemas/core/source.ts'
import type { Check } from '../core/check.ts'
import { readEntries } from '../core/assertions/find-in-list.ts'
import { check } from './check.ts'
import type { Context } from './kind.ts'
import { type List, type Listed, lists } from './lists.ts'

/** A list that changes while it is read: its token leads to more entries, whatever has become of those that were seen. */
export const traversalChecks: readonly Check[] = lists.flatMap((list) => {
  const core = {
    operation: list.operation,
    level: 'extended',
    clause: `${toCitation(list.operation.source)}, Query nextToken: it leads to more of the entries`,
  } as const
  return [
    check('insert-while-paging-repeats-no-entry', {
      ...core,
      run: async (context) => void (await readOn(context, list, ({ add }) => add())),
    }),
    check('paging-survives-deletion-of-last-entry', {
      ...core,
      run: async (context) => void (await readOn(context, list, ({ remove }, seen) => remove(seen.at(-1) ?? ''))),
    }),
    check('paging-survives-deletion-of-next-entry', {
      ...core,
      async run(context) {
        // Any order will do: the whole list tells which entry comes after the first page.
        let whole: readonly string[] = []
        const { page, names } = await readOn(context, list, async (listed, seen) => {
          whole = (await readPage(context, list, listed, { limit: 100 })).names
          await listed.remove(whole[seen.length] ?? '')
          whole = whole.slice(seen.length + 1)
        })
        const lost = whole.filter((name) => !names.includes(name))
        const finding = { expected: `the entries ${whole.join(', ')}`, actual: `the entries ${names.join(', ')}` }
        context.expectThat(lost.length === 0, finding, page)
      },
    }),
  ]
})

/** Reads a page of two, changes something, and reads the page after it. */
async function readOn(
  context: Context,
  list: List,
  change: (listed: Listed, seen: readonly string[]) => Promise<void>,
) {
  const listed = await list.arrange(context, ['b1', 'b2', 'b3', 'b4'])
  const first = await readPage(context, list, listed, { limit: 2 })
  if (typeof first.next !== 'string') return context.skip('the first page has no nextToken')
  await change(listed, first.names)
  const second = await readPage(context, list, listed, { limit: 2, nextToken: first.next })
  const twice = second.names.filter((name) => first.names.includes(name))
  const finding = { expected: 'entries that were not seen before', actual: `${twice.join(', ')} again` }
  context.expectThat(twice.length === 0, finding, second.page)
  return second
}

async function readPage(
  context: Context,
  { operation, entries, nameField }: List,
  { path, query }: Listed,
  asked: Readonly<Record<string, string | number>>,
) {
  const page = await context.target.send(operation, { ...(path && { path }), query: { ...query, ...asked } })
  const body = context.expectResponse(page)
  return { page, next: body.nextToken, names: readEntries(body, entries).map((item) => String(item[nameField])) }
}
