import { expect, test } from 'vitest'
import { interleave, median, medianRatio } from './statistics.ts'

test.each([
  { values: [3, 1, 2], given: 2 },
  { values: [4, 1, 3, 2], given: 2.5 },
  { values: [10, 9, 100], given: 10 }, // by number, not by text
])('the median of $values is $given', ({ values, given }) => {
  expect(median(values)).toBe(given)
})

test('the median of an empty list throws', () => {
  expect(() => median([])).toThrow('nothing was measured')
})

test('ratios are calculated per round, so that a slow round does not distort the result', () => {
  // The medians of the two series are 200 and 10, so the ratio of the medians would be 20.
  expect(medianRatio([20, 200, 200], [10, 100, 10])).toBe(2)
})

test('measurements take turns and return one list of values each', async () => {
  const order: string[] = []
  const run = (name: string) => async () => `${name}${order.push(name)}`
  expect(await interleave(2, [run('a'), run('b')])).toEqual([
    ['a1', 'a3'],
    ['b2', 'b4'],
  ])
})
