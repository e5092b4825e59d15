import { expect, test } from 'vitest'
import { operators } from '../../contracts/mutants/operators/operators.ts'
import { isHeldOut } from './held-out.ts'

const ids = Object.values(operators).flatMap((list) => list.map(({ id }) => id))

test('about a fifth of the operators is held out', () => {
  const share = ids.filter(isHeldOut).length / ids.length
  expect(share).toBeGreaterThan(0.1)
  expect(share).toBeLessThan(0.3)
})

test('the choice depends on the id only, so that a new operator does not change it', () => {
  expect(['return-202', 'upper-case-text', 'accept-unsigned', 'drop-field'].map(isHeldOut)).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('every kind of site keeps operators in the default sample', () => {
  for (const [kind, list] of Object.entries(operators)) {
    expect(list.filter(({ id }) => !isHeldOut(id)).length, kind).toBeGreaterThan(0)
  }
})
