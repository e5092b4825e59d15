import { expect, test } from 'vitest'
import { toSample } from './sample.ts'

const operations = ['GetA', 'GetB', 'GetC']
const mutants = ['drop', 'add', 'rename', 'swap'].flatMap((operator) =>
  operations.flatMap((operation) =>
    [1, 2].map((number) => ({ id: `${operator} @ ${operation} ${number}`, operator, operation })),
  ),
)

const countBy = <T>(items: readonly T[], toKey: (item: T) => string) =>
  items.reduce((counts, item) => counts.set(toKey(item), (counts.get(toKey(item)) ?? 0) + 1), new Map<string, number>())

test('each operator comes once before any comes twice', () => {
  expect(countBy(toSample(mutants, 4, 'a'), ({ operator }) => operator).size).toBe(4)
  expect([...countBy(toSample(mutants, 8, 'a'), ({ operator }) => operator).values()]).toEqual([2, 2, 2, 2])
})

test('each operator has every operation once before any twice', () => {
  const sample = toSample(mutants, 12, 'a')
  expect(countBy(sample, ({ operator, operation }) => `${operator} ${operation}`).size).toBe(12)
})

test('the same seed selects the same mutants, and another seed others', () => {
  expect(toSample(mutants, 6, 'a')).toEqual(toSample(mutants.toReversed(), 6, 'a'))
  expect(toSample(mutants, 6, 'a')).not.toEqual(toSample(mutants, 6, 'b'))
})

test('a sample that is larger than the set has every mutant once', () => {
  const sample = toSample(mutants, 1000, 'a')
  expect(sample.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(mutants.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  expect(toSample([], 10, 'a')).toEqual([])
})
