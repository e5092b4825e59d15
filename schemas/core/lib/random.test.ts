import { expect, test } from 'vitest'
import { seededRandom, toHash32 } from './random.ts'

function take(seed: number): number[] {
  return Array.from({ length: 1000 }, seededRandom(seed))
}

test('the same seed gives the same numbers, and another seed gives others', () => {
  expect(take(7)).toEqual(take(7))
  expect(take(8)).not.toEqual(take(7))
})

test('numbers are whole, from 0 to 2^32 - 1, and spread over that range', () => {
  const numbers = take(1)
  expect(numbers.every((value) => Number.isInteger(value) && value >= 0 && value < 2 ** 32)).toBe(true)
  expect(new Set(numbers).size).toBe(1000)
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length
  expect(mean / 2 ** 32).toBeCloseTo(0.5, 1)
})

// Test vectors of the FNV specification (Noll).
test.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('the hash of "%s" is its FNV-1a', (text, hash) => {
  expect(toHash32(text)).toBe(hash)
})
