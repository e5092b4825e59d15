import sortedBtree from 'sorted-btree'

/**
 * An immutable map, sorted by the UTF-16 code units of its keys. A change returns a new map that shares most of its
 * structure with the old one.
 */
export interface SortedMap<V> {
  readonly size: number
  /** O(log n). */
  readonly get: (key: string) => V | undefined
  /** The entries from the first key that is at least `from`. Lazy. */
  readonly entries: (from?: string) => Iterable<readonly [string, V]>
  /** The entries from the last key that is at most `from`, in reverse order. Lazy. */
  readonly entriesReversed: (from?: string) => Iterable<readonly [string, V]>
  readonly with: (key: string, value: V, overwrite: true) => SortedMap<V>
  readonly without: (key: string) => SortedMap<V>
}

export function emptySortedMap<V>(): SortedMap<V> {
  return new BTree<string, V>(undefined, compare)
}

/** A map of entries in any order. If a key is repeated, the last entry wins. */
export function toSortedMap<V>(entries: readonly (readonly [string, V])[]): SortedMap<V> {
  return new BTree<string, V>(
    entries.map(([key, value]) => [key, value]),
    compare,
  )
}

/** Whether an object is a sorted map. */
export function isSortedMap(value: object): value is SortedMap<unknown> {
  return value instanceof BTree
}

/** Returns the map with one entry added or replaced. O(log n). */
export function put<V>(map: SortedMap<V>, key: string, value: V): SortedMap<V> {
  return map.with(key, value, true) // without the flag, an existing entry would not change
}

export interface PageQuery {
  /** Largest number of items on the page, at least 1. */
  readonly limit: number
  /** Only keys that start with this text are included. */
  readonly prefix?: string | undefined
  /** The page starts at this key or after it. */
  readonly startKey?: string | undefined
  /** The last key of the previous page. It takes precedence over `startKey`. */
  readonly after?: string | undefined
}

export interface Page<V> {
  readonly items: V[]
  /** The last key of the page, if more entries follow. */
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
 * The package is CommonJS. Node returns the whole module as its default export, as the types say. Some bundlers return
 * the class.
 */
const BTree: typeof sortedBtree.default = sortedBtree.default ?? sortedBtree

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
