import { toCitation } from '../../schemas/core/source.ts'
import type { Check } from '../core/check.ts'
import { isObject } from '../core/expect-reply.ts'
import { check } from './check.ts'
import type { Context } from './kind.ts'
import { type List, type Listed, lists } from './paging.ts'

/** A list that changes while it is read: its token leads to more entries, whatever has become of those that were seen. */
export const traversalChecks: readonly Check[] = lists.flatMap((list) => [
  check('answers-no-entry-twice-where-one-is-made-meanwhile', {
    operation: list.operation,
    level: 'extended',
    clause: `${toCitation(list.operation.source)}, Query nextToken: it leads to more of the entries`,
    run: (context) => readOn(context, list, ({ add }) => add()),
  }),
  check('goes-on-where-the-last-entry-was-deleted', {
    operation: list.operation,
    level: 'extended',
    clause: `${toCitation(list.operation.source)}, Query nextToken: it leads to more of the entries`,
    run: (context) => readOn(context, list, ({ remove }, seen) => remove(seen.at(-1) ?? '')),
  }),
])

/** Reads a page, changes something, and reads the page after it. */
async function readOn(
  context: Context,
  list: List,
  change: (listed: Listed, seen: readonly string[]) => Promise<void>,
): Promise<void> {
  const listed = await list.arrange(context, ['b1', 'b2', 'b3', 'b4'])
  const read = async (nextToken?: string) => {
    const query = { ...listed.query, limit: 2, ...(nextToken !== undefined && { nextToken }) }
    const page = await context.target.send(list.operation, { ...(listed.path && { path: listed.path }), query })
    const { [list.entries]: entries, nextToken: next } = context.expectReply(page)
    const items = Array.isArray(entries) ? entries.filter(isObject) : []
    return { page, next, names: items.map((item) => String(item[list.nameField])) }
  }
  const first = await read()
  if (typeof first.next !== 'string') return context.skip('the first page has no nextToken')
  await change(listed, first.names)
  const { page, names } = await read(first.next)
  const twice = names.filter((name) => first.names.includes(name))
  const finding = { expected: 'entries that were not seen before', actual: `${twice.join(', ')} again` }
  context.expectThat(twice.length === 0, finding, page)
}
