import { readObject } from '../../core/assertions/expect-response.ts'
import { toOrderAssertions } from '../list-assertions.ts'
import { readEntries } from '../../core/assertions/find-in-list.ts'
import type { CoreContext } from '../../core/context.ts'
import type { Exchange } from '../../core/http/exchange.ts'
import type { List, Listed } from './lists.ts'

type Query = Readonly<Record<string, string | number>>
type Shown = Pick<Listed, 'path' | 'query' | 'names'>

/** A page of a list, and the token of the next page. */
export interface Page {
  readonly names: readonly string[]
  readonly token: string | undefined
  readonly exchange: Exchange
}

export async function readPage(context: CoreContext, list: List, listed: Shown, query: Query): Promise<Page> {
  const { operation, entries, key, toKeyText, paging } = list
  const exchange = await context.target.send(operation, { ...toInput(listed), query: { ...listed.query, ...query } })
  const body = context.expectResponse(exchange)
  const token = body[paging.token]
  return {
    names: readEntries(body, entries).map((item) => toKeyText?.(item) ?? String(item[key])),
    token: typeof token === 'string' && token !== '' ? token : undefined,
    exchange,
  }
}

/** Reads pages to the end of the list. A list that does not end after `most` pages is a violation. */
export async function readPages(
  context: CoreContext,
  list: List,
  listed: Shown,
  query: Query,
  most = listed.names.length + 2,
): Promise<readonly Page[]> {
  const pages: Page[] = []
  let token: string | undefined
  do {
    const page = await readPage(context, list, listed, {
      ...query,
      ...(token !== undefined && { [list.paging.token]: token }),
    })
    token = page.token
    pages.push(page)
    const isEndless = token !== undefined && pages.length >= most && most > 1
    const finding = { expected: `the list ends after at most ${most} pages`, actual: `another ${list.paging.token}` }
    context.expectThat(!isEndless, finding, page.exchange)
  } while (token !== undefined && pages.length < most)
  return pages
}

/** The keys of all pages. */
export async function readNames(context: CoreContext, list: List, listed: Shown, query: Query) {
  const pages = await readPages(context, list, listed, query)
  return { names: pages.flatMap((item) => item.names), last: pages.at(-1)?.exchange }
}

/**
 * The keys in the order that the profile requires: the documented order, the observed order by name, or any order that
 * the target has.
 */
export async function toOwnOrder(
  context: CoreContext,
  list: List,
  listed: Shown,
  prefix = '',
): Promise<readonly string[]> {
  const names = listed.names.filter((name) => name.startsWith(prefix))
  if (list.order) return names
  if (context.profile === 'observed') return names.toSorted()
  const { paging } = list
  const query = { ...(prefix !== '' && paging.prefix && { [paging.prefix]: prefix }), [paging.limit]: 100 }
  const read = await readNames(context, list, listed, query)
  expectNames(context, read.names.toSorted(), names.toSorted(), read.last)
  return read.names
}

/**
 * The entries from the start key on. The sources do not state whether the list includes the entry with exactly this key:
 * the profile `observed` requires the entry, `documented` accepts both.
 */
export function toRest(
  { profile }: CoreContext,
  whole: readonly string[],
  startKey: string,
  names: readonly string[],
): readonly string[] {
  const index = whole.indexOf(startKey)
  return whole.slice(profile === 'observed' || names.includes(startKey) ? index : index + 1)
}

/** Whether entries are in the order of their names, of their creation, or in another. */
export function toOrder(names: readonly string[], made: readonly string[]): string {
  if (names.join() === names.toSorted().join()) return 'by name'
  return names.join() === made.join() ? 'by time' : 'another'
}

/** These keys, in this order. */
export function expectNames(
  context: CoreContext,
  actual: readonly string[],
  expected: readonly string[],
  exchange?: Exchange,
) {
  const assertions = exchange && toOrderAssertions(readObject(exchange), actual, expected)
  const finding = {
    expected: `the entries ${expected.join(', ')}`,
    actual: `the entries ${actual.join(', ')}`,
    ...(assertions && { assertions }),
  }
  context.expectThat(actual.join() === expected.join(), finding, exchange)
}

/** The path of a list, where it has a parent. */
export function toInput({ path }: Pick<Listed, 'path'>) {
  return path ? { path } : {}
}
