/** Groups items by a key, in the order of the first item of each group. */
export function groupBy<T>(
  items: readonly T[],
  toKey: (item: T) => string,
): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = toKey(item)
    const group = groups.get(key) ?? []
    group.push(item)
    groups.set(key, group)
  }
  return [...groups]
}
