import { expect, test } from 'vitest'
import { createNames, toRunId } from './names.ts'
import { createRandom, toCaseSeed } from './seed.ts'

test('the seed of a case depends only on the seed of the run and the id of the case', () => {
  expect(toCaseSeed('a', 'one')).toBe(toCaseSeed('a', 'one'))
  expect(toCaseSeed('a', 'one')).not.toBe(toCaseSeed('a', 'two'))
  expect(toCaseSeed('a', 'one')).not.toBe(toCaseSeed('b', 'one'))
})

test('one seed gives one sequence of numbers from 0 up to 1', () => {
  const take = (seed: number) => {
    const random = createRandom(seed)
    return Array.from({ length: 100 }, random)
  }
  expect(take(7)).toEqual(take(7))
  expect(take(7)).not.toEqual(take(8))
  expect(take(7).every((value) => value >= 0 && value < 1)).toBe(true)
  expect(new Set(take(7)).size).toBe(100)
})

test('names contain the id of the run, differ, and match the narrowest pattern of the APIs', () => {
  const runId = toRunId()
  const [one, other] = [createNames(runId, 'a'), createNames(runId, 'b')]
  const names = [one(), one(), other(), other()]
  expect(new Set(names).size).toBe(4)
  for (const name of names) {
    expect(name).toContain(runId)
    expect(name).toMatch(/^[a-z][a-z0-9-]{0,30}[a-z0-9]$/)
  }
})
