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
  ['a:\n  b: 1\n  b: 2\n', 'line 3, column 3: Map keys must be unique'],
  ['{"a": 1,\n "b" 2}', 'line 2, column '],
])('%j is rejected with one line that contains the position', (text, start) => {
  expect(() => readYaml(text)).toThrow(SyntaxError)
  expect(() => readYaml(text)).toThrow(start)
  expect(() => readYaml(text)).not.toThrow('\n')
})

test('a text that would expand without limit is rejected', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
  for (let i = 1; i < 9; i += 1)
    lines.push(
      `a${i}: &a${i} [${Array(10)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
    )
  expect(() => readYaml(lines.join('\n'))).toThrow('Excessive alias count')
})

test('a key named __proto__ is an ordinary key', () => {
  const value = readYaml('__proto__: {polluted: true}') as { polluted?: boolean }
  expect(value.polluted).toBeUndefined()
  expect(Object.keys(value)).toEqual(['__proto__'])
})
