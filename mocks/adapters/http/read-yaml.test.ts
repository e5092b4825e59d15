import { expect, test } from 'vitest'
import { readYaml } from './read-yaml.ts'

test.each([
  ['a:\n  - b: 1\n', { a: [{ b: 1 }] }],
  ['{"a": [{"b": null}]}', { a: [{ b: null }] }],
  ['', null],
])('%j is read', (text, value) => {
  expect(readYaml(text)).toEqual(value)
})

test.each([
  ['a: 1\nb: [1, 2\n', 'line 3, column 1: '],
  ['a:\n  b: 1\n  b: 2\n', 'line 3, column 3: duplicated mapping key'],
  ['{"a": 1,\n "b" 2}', 'line 2, column '],
  ['---\na\n---\nb\n', 'must be a single document'],
])('%j is rejected with one line that contains the position', (text, start) => {
  expect(() => readYaml(text)).toThrow(SyntaxError)
  expect(() => readYaml(text)).toThrow(start)
  expect(() => readYaml(text)).not.toThrow('\n')
})

test('a text whose aliases expand to too many values is rejected', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
  for (let i = 1; i < 9; i += 1)
    lines.push(
      `a${i}: &a${i} [${Array(10)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
    )
  expect(() => readYaml(lines.join('\n'))).toThrow('must not hold more than 1000000 values')
})

test('a text whose aliases nest too deeply is rejected', () => {
  const lines = Array.from({ length: 100 }, (_, i) => `- &a${i} [${i === 0 ? '' : `*a${i - 1}`}]`)
  expect(() => readYaml(lines.join('\n'))).toThrow('must not be nested deeper than 64 levels')
})

test.each([
  ['[', 'line 1, column 64: nesting exceeded maxDepth'],
  ['a\n', 'must not have more than 100000 lines and commas; send more as JSON'],
  ['a\r', 'must not have more than 100000 lines and commas; send more as JSON'],
  ['a,', 'must not have more than 100000 lines and commas; send more as JSON'],
])('many times %j is rejected', (text, message) => {
  expect(() => readYaml(text.repeat(100_001))).toThrow(message)
})

test('D03: the time of reading grows in proportion to the number of lines', () => {
  const keys = (count: number) => Array.from({ length: count }, (_, i) => `key-${i}: value`).join('\n')
  const measure = (count: number) => {
    const start = performance.now()
    readYaml(keys(count))
    return performance.now() - start
  }
  measure(2_000)
  const small = Math.min(measure(2_000), measure(2_000), measure(2_000))
  expect(Math.min(measure(20_000), measure(20_000))).toBeLessThan(small * 40) // quadratic time would take 100 times as long
})

test('a key named __proto__ is an ordinary key', () => {
  const value = readYaml('__proto__: {polluted: true}') as { polluted?: boolean }
  expect(value.polluted).toBeUndefined()
  expect(Object.keys(value)).toEqual(['__proto__'])
})
