import { expect, test } from 'vitest'
import { decodePercent } from './percent.ts'

test.each([
  ['a b', 'a b'],
  ['a%20b', 'a b'],
  ['%C3%BC', 'ü'],
  ['%FC', undefined],
  ['100%', undefined],
])('%s is decoded to %s', (text, decoded) => {
  expect(decodePercent(text)).toBe(decoded)
})
