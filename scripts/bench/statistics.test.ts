import { expect, test } from 'vitest'
import { interleave, median, medianRatio } from './statistics.ts'

test.each([
  { values: [3, 1, 2], given: 2 },
  { values: [4, 1, 3, 2], given: 2.5 },
  { values: [10, 9, 100], given: 10 }, // by number, not by text
])('the median of $values is $given', ({ values, given }) => {
  expect(median(values)).toBe(given)
})

test('the median of nothing is refused, and so never stands in a table', () => {
  expect(() => median([])).toThrow('nothing was measured')
})

test('a ratio is taken of neighbours, so that a slow moment of the machine does not count', () => {
  // The machine was ten times slower in the first round. By the medians of each side it would be 20.
  expect(medianRatio([20, 200, 200], [10, 100, 10])).toBe(2)
})

test('measurements take turns, and each gets its own values back', async () => {
  const order: string[] = []
  const run = (name: string) => async () => `${name}${order.push(name)}`
  expect(await interleave(2, [run('a'), run('b')])).toEqual([
    ['a1', 'a3'],
    ['b2', 'b4'],
  ])
})
