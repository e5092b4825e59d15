import type { Exchange } from '../core/http/exchange.ts'
import { readEntries } from '../core/assertions/find-in-list.ts'
import type { Context } from './kind.ts'
import type { List, Listed } from './lists.ts'

/** A page of a list, and the token that leads on. */
export interface Page {
  readonly names: readonly string[]
  readonly token: string | undefined
  readonly exchange: Exchange
}

/** What is listed, and how to ask for it alone. */
type Shown = Pick<Listed, 'path' | 'query' | 'names'>

/** Follows nextToken to the end. A list that does not end, or repeats a token, breaks its promise. */
export async function readPages(
  context: Context,
  list: List,
  listed: Shown,
  query: Readonly<Record<string, string | number>>,
  most = listed.names.length + 2,
): Promise<readonly Page[]> {
  const pages: Page[] = []
  let token: string | undefined
  do {
    const wanted = { ...listed.query, ...query, ...(token !== undefined && { nextToken: token }) }
    const exchange = await context.target.send(list.operation, { ...toInput(listed), query: wanted })
    const body = context.expectResponse(exchange)
    const { nextToken } = body
    const items = readEntries(body, list.entries)
    token = typeof nextToken === 'string' && nextToken !== '' ? nextToken : undefined
    pages.push({ names: items.map((item) => String(item[list.nameField])), token, exchange })
    const isEndless = token !== undefined && pages.length >= most && most > 1
    const finding = { expected: `an end after at most ${most} pages`, actual: 'another nextToken' }
    context.expectThat(!isEndless, finding, exchange)
  } while (token !== undefined && pages.length < most)
  return pages
}

/** The names of all pages. */
export async function readNames(
  context: Context,
  list: List,
  listed: Shown,
  query: Readonly<Record<string, string | number>>,
) {
  const pages = await readPages(context, list, listed, query)
  return { names: pages.flatMap((item) => item.names), last: pages.at(-1)?.exchange }
}

/** The names in the order that the profile expects of a list: the observed one, or the target's own where none is documented. */
export async function toOwnOrder(
  context: Context,
  list: List,
  listed: Shown,
  query: { readonly prefix?: string },
): Promise<readonly string[]> {
  const names = listed.names.filter((name) => name.startsWith(query.prefix ?? ''))
  if (!list.hasPrefix) return names
  if (context.profile === 'observed') return names.toSorted()
  const read = await readNames(context, list, listed, { ...query, limit: 100 })
  expectNames(context, read.names.toSorted(), names.toSorted(), read.last)
  return read.names
}

/** Whether entries come by name, as they were made, or otherwise. */
export function toOrder(names: readonly string[], made: readonly string[]): string {
  if (names.join() === names.toSorted().join()) return 'by name'
  return names.join() === made.join() ? 'by time' : 'another'
}

/** These names, in this order. */
export function expectNames(
  context: Context,
  actual: readonly string[],
  expected: readonly string[],
  exchange?: Exchange,
) {
  const finding = { expected: `the entries ${expected.join(', ')}`, actual: `the entries ${actual.join(', ')}` }
  context.expectThat(actual.join() === expected.join(), finding, exchange)
}

/** The path of a list, where it has one. */
export function toInput({ path }: Pick<Listed, 'path'>) {
  return path ? { path } : {}
}
