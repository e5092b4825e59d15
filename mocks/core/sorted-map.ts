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
  readonly with: (key: string, value: V) => SortedMap<V>
  readonly without: (key: string) => SortedMap<V>
}

export function emptySortedMap<V>(): SortedMap<V> {
  return new ChunkedMap<V>([])
}

/** A map of entries in any order. If a key is repeated, the last entry wins. */
export function toSortedMap<V>(entries: readonly (readonly [string, V])[]): SortedMap<V> {
  const sorted = [...new Map(entries)].sort(([a], [b]) => (a < b ? -1 : 1))
  const starts = Array.from({ length: Math.ceil(sorted.length / half) }, (_, index) => index * half)
  return new ChunkedMap(starts.map((start) => sorted.slice(start, start + half)))
}

/** Whether an object is a sorted map. */
export function isSortedMap(value: object): value is SortedMap<unknown> {
  return value instanceof ChunkedMap
}

/** Returns the map with one entry added or replaced. */
export function put<V>(map: SortedMap<V>, key: string, value: V): SortedMap<V> {
  return map.with(key, value)
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

type Entry<V> = readonly [string, V]

/** Half the largest number of entries of a chunk. */
const half = 128

/**
 * Keeps the entries in sorted chunks, so that a change copies one chunk and the list of chunks: 400 chunks for 50,000
 * entries. No chunk is empty.
 */
class ChunkedMap<V> implements SortedMap<V> {
  readonly #chunks: readonly (readonly Entry<V>[])[]
  readonly size: number

  constructor(chunks: readonly (readonly Entry<V>[])[], size = chunks.reduce((sum, { length }) => sum + length, 0)) {
    this.#chunks = chunks
    this.size = size
  }

  get(key: string): V | undefined {
    const { chunk, index } = this.#find(key)
    const entry = this.#chunks[chunk]?.[index]
    return entry?.[0] === key ? entry[1] : undefined
  }

  *entries(from = ''): Iterable<Entry<V>> {
    let { chunk, index } = this.#find(from)
    for (; chunk < this.#chunks.length; chunk += 1, index = 0) yield* this.#chunks[chunk]?.slice(index) ?? []
  }

  *entriesReversed(from?: string): Iterable<Entry<V>> {
    const isAfter = ([key]: Entry<V>) => from !== undefined && key > from
    const last = from === undefined ? this.#chunks.length - 1 : this.#find(from).chunk
    for (let chunk = last; chunk >= 0; chunk -= 1) {
      yield* (this.#chunks[chunk] ?? []).filter((entry) => !isAfter(entry)).reverse()
    }
  }

  with(key: string, value: V): SortedMap<V> {
    const { chunk, index } = this.#find(key)
    const old = this.#chunks[chunk] ?? []
    const replaced = old[index]?.[0] === key ? 1 : 0
    const entries = old.toSpliced(index, replaced, [key, value])
    const parts = entries.length <= 2 * half ? [entries] : [entries.slice(0, half), entries.slice(half)]
    return new ChunkedMap(this.#chunks.toSpliced(chunk, 1, ...parts), this.size + 1 - replaced)
  }

  without(key: string): SortedMap<V> {
    const { chunk, index } = this.#find(key)
    const old = this.#chunks[chunk] ?? []
    if (old[index]?.[0] !== key) return this
    const entries = old.toSpliced(index, 1)
    return new ChunkedMap(this.#chunks.toSpliced(chunk, 1, ...(entries.length > 0 ? [entries] : [])), this.size - 1)
  }

  /** The chunk that contains a key or would contain it, and the index of the first entry there that is at least the key. */
  #find(key: string): { readonly chunk: number; readonly index: number } {
    const chunk = Math.max(0, countSmaller(this.#chunks.length, (at) => (this.#chunks[at]?.[0]?.[0] ?? '') <= key) - 1)
    const entries = this.#chunks[chunk] ?? []
    return { chunk, index: countSmaller(entries.length, (at) => (entries[at]?.[0] ?? '') < key) }
  }
}

/** The number of indexes at the start for which a test is true. Later indexes must fail the test. O(log length). */
function countSmaller(length: number, isSmaller: (index: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isSmaller(middle)) low = middle + 1
    else high = middle
  }
  return low
}
