import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toPairwiseRows } from './pairwise.ts'

const choicesOf = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 4 }),
)

test('every pair of values of two fields is in a row', () => {
  fc.assert(
    fc.property(choicesOf, (choices) => {
      const rows = toPairwiseRows(choices)
      for (const [one, values] of Object.entries(choices)) {
        for (const [other, others] of Object.entries(choices)) {
          for (const a of values) {
            for (const b of others) {
              const isPair = one !== other || a === b
              if (isPair) expect(rows.some((row) => row[one] === a && row[other] === b)).toBe(true)
            }
          }
        }
      }
    }),
    { seed: 1 },
  )
})

test('the rows are far fewer than the combinations, and deterministic', () => {
  const choices = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [name, [0, 1, 2]]))
  const rows = toPairwiseRows(choices)
  expect(rows.length).toBeLessThanOrEqual(18)
  expect(toPairwiseRows(choices)).toEqual(rows)
})

test('one field has a row for each value, and no field has no row', () => {
  expect(toPairwiseRows({ a: [1, 2] })).toEqual([{ a: 1 }, { a: 2 }])
  expect(toPairwiseRows({})).toEqual([])
})
