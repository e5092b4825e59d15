import sortedBtree from 'sorted-btree'

/** A map that is never changed, in the order of its keys' UTF-16 code units: a change makes a new map that shares most of the old. */
export interface SortedMap<V> {
  readonly size: number
  /** O(log n). */
  readonly get: (key: string) => V | undefined
  /** The entries from the first key that is not below `from`, lazily. */
  readonly entries: (from?: string) => Iterable<readonly [string, V]>
  /** The entries from the last key that is not above `from`, backwards and lazily. */
  readonly entriesReversed: (from?: string) => Iterable<readonly [string, V]>
  readonly with: (key: string, value: V, overwrite: true) => SortedMap<V>
  readonly without: (key: string) => SortedMap<V>
}

export function emptySortedMap<V>(): SortedMap<V> {
  return new BTree<string, V>(undefined, compare)
}

/** The map of some entries, in any order; of two with one key, the last. */
export function toSortedMap<V>(entries: readonly (readonly [string, V])[]): SortedMap<V> {
  return new BTree<string, V>(
    entries.map(([key, value]) => [key, value]),
    compare,
  )
}

/** Tells a sorted map, whatever it holds, from other objects. */
export function isSortedMap(value: object): value is SortedMap<unknown> {
  return value instanceof BTree
}

/** The map with one entry added or replaced. O(log n). */
export function put<V>(map: SortedMap<V>, key: string, value: V): SortedMap<V> {
  return map.with(key, value, true) // without the flag, an entry that exists would stay as it is
}

export interface PageQuery {
  /** Most items of the page, at least 1. */
  readonly limit: number
  /** Only keys that begin with this text. */
  readonly prefix?: string | undefined
  /** The first key that may stand on the page. */
  readonly startKey?: string | undefined
  /** The last key of the page before; it wins over `startKey`. */
  readonly after?: string | undefined
}

export interface Page<V> {
  readonly items: V[]
  /** The last key of the page, where more follow. */
  readonly last: string | undefined
}

/** One page of a map, in O(log n + limit). */
export function toPage<V>(map: SortedMap<V>, { limit, prefix = '', startKey = '', after }: PageQuery): Page<V> {
  const start = after ?? startKey
  const items: V[] = []
  let last: string | undefined
  for (const [key, value] of map.entries(start > prefix ? start : prefix)) {
    if (key === after) continue
    if (!key.startsWith(prefix)) break
    if (items.length === limit) return { items, last }
    items.push(value)
    last = key
  }
  return { items, last: undefined }
}

/**
 * The package is CommonJS: Node hands over the whole module as its default, as the types say;
 * some bundlers hand over the class itself.
 */
const BTree: typeof sortedBtree.default = sortedBtree.default ?? sortedBtree

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
