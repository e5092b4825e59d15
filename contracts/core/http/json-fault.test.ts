import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findJsonFault } from './json-fault.ts'

test.each([
  ['', 0],
  ['  ', 2],
  ['<html>', 0],
  ['{"a": 1', 7],
  ['{"a": "b', 8],
  ['["a\\x"]', 3],
  ['["a\nb"]', 3],
  ['{"a" 1}', 5],
  ['{"a": 1,}', 8],
  ['{a: 1}', 1],
  ['[1, 2,, 3]', 6],
  ['[1 2]', 3],
  ['{"a": 1} x', 9],
  ['{"a": 01}', 7],
  ["{'a': 1}", 1],
  ['[}', 1],
  ['{]', 1],
  ['nul', 0],
])('%j stops being JSON at character %d', (text, offset) => {
  expect(findJsonFault(text)).toBe(offset)
})

test('agrees with JSON.parse', () => {
  const edited = fc.tuple(fc.json(), fc.nat(60), fc.constantFrom('', ',', '}', ']', '"', ' ', '0', '-', '\\', ':'))
  fc.assert(
    fc.property(edited, ([json, at, inserted]) => {
      const text = json.slice(0, at) + inserted + json.slice(at + 1)
      let isJson = true
      try {
        JSON.parse(text)
      } catch {
        isJson = false
      }
      expect(findJsonFault(text) === undefined).toBe(isJson)
      expect(findJsonFault(json)).toBeUndefined()
    }),
    { numRuns: 2000 },
  )
})

test('reads a long string without recursion', () => {
  expect(findJsonFault(`["${'\\n\u00e9'.repeat(2_000_000)}`)).toBe(6_000_002)
})
