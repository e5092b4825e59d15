import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptySortedMap, type PageQuery, put, type SortedMap, toPage, toSortedMap } from './sorted-map.ts'

const filled = (keys: readonly string[]) => keys.reduce((map, key) => put(map, key, key), emptySortedMap<string>())
const names = filled(['b', 'a', 'app-2', 'app-1', 'c', 'app-10', 'Z', 'ä'])

const ask = (map: SortedMap<string>, query: PageQuery) => toPage(map, query)

test('a change does not modify the previous map', () => {
  const after = put(names.without('a'), 'b', 'changed')
  expect([names.get('a'), names.get('b'), names.size]).toEqual(['a', 'b', 8])
  expect([after.get('a'), after.get('b'), after.size]).toEqual([undefined, 'changed', 7])
})

test.each<{ query: Omit<PageQuery, 'limit'>; gives: string[] }>([
  { query: {}, gives: ['Z', 'a', 'app-1', 'app-10', 'app-2', 'b', 'c', 'ä'] },
  { query: { prefix: 'app-' }, gives: ['app-1', 'app-10', 'app-2'] },
  { query: { startKey: 'app-10' }, gives: ['app-10', 'app-2', 'b', 'c', 'ä'] },
  { query: { startKey: 'app-11' }, gives: ['app-2', 'b', 'c', 'ä'] },
  { query: { prefix: 'app-', startKey: 'a' }, gives: ['app-1', 'app-10', 'app-2'] },
  { query: { prefix: 'app-', startKey: 'app-10' }, gives: ['app-10', 'app-2'] },
  { query: { prefix: 'app-', startKey: 'b' }, gives: [] },
  { query: { after: 'app-1', startKey: 'b' }, gives: ['app-10', 'app-2', 'b', 'c', 'ä'] },
  { query: { after: 'app-11' }, gives: ['app-2', 'b', 'c', 'ä'] },
  { query: { prefix: 'nothing' }, gives: [] },
])('$query lists $gives', ({ query, gives }) => {
  expect(ask(names, { limit: 100, ...query })).toEqual({ items: gives, last: undefined })
})

test('pages of every size are complete and disjoint, and the last page has no next key', () => {
  const keys = Array.from({ length: 50 }, (_, i) => `k${String(i).padStart(2, '0')}`)
  const map = filled(keys)
  for (let limit = 1; limit <= 51; limit += 1) {
    const seen: string[] = []
    for (let after: string | undefined, isLast = false; !isLast; ) {
      const page = ask(map, { limit, after })
      expect(page.items.length).toBeLessThanOrEqual(limit)
      seen.push(...page.items)
      after = page.last
      isLast = page.last === undefined
    }
    expect(seen, `limit ${limit}`).toEqual(keys)
  }
})

test('reading a page of 100,000 entries accesses only the entries of the page', () => {
  const big = filled(Array.from({ length: 100_000 }, (_, i) => String(i).padStart(6, '0')))
  let steps = 0
  const counted: SortedMap<string> = {
    ...{ size: big.size, get: big.get, with: big.with, without: big.without, entriesReversed: big.entriesReversed },
    *entries(from) {
      for (const entry of big.entries(from)) {
        steps += 1
        yield entry
      }
    },
  }
  expect(ask(counted, { limit: 20, after: '050000' }).items).toHaveLength(20)
  expect(steps).toBeLessThanOrEqual(22) // the entry before the page, the page, and one to see that more follow
})

test('random changes give the same entries as a plain map that is sorted', () => {
  const key = fc.integer({ max: 999, min: 0 }).map(String)
  const change = fc.record({ key, isRemoval: fc.boolean() })
  const changes = fc.array(change, { minLength: 0, maxLength: 2000, size: 'max' })
  fc.assert(
    fc.property(fc.array(key, { maxLength: 1000, size: 'max' }), changes, key, (first, later, from) => {
      const plain = new Map(first.map((one): [string, number] => [one, 0]))
      let map = toSortedMap([...plain])
      for (const [index, { key: changed, isRemoval }] of later.entries()) {
        map = isRemoval ? map.without(changed) : put(map, changed, index)
        if (isRemoval) plain.delete(changed)
        else plain.set(changed, index)
      }
      const sorted = [...plain].sort(([a], [b]) => (a < b ? -1 : 1))
      expect([...map.entries()]).toEqual(sorted)
      expect([...map.entriesReversed()]).toEqual(sorted.toReversed())
      expect([...map.entries(from)]).toEqual(sorted.filter(([one]) => one >= from))
      expect([...map.entriesReversed(from)]).toEqual(sorted.filter(([one]) => one <= from).toReversed())
      expect([map.size, map.get(from)]).toEqual([plain.size, plain.get(from)])
    }),
    { numRuns: 30 },
  )
})
