import { expect, test } from 'vitest'
import { toComment, toSource, toStringSource } from './source.ts'

const read = (source: string): unknown => new Function('run', `return ${source}`)('k3j9x2aa')
const texts = [
  '',
  'a',
  "it's",
  '"',
  '\\',
  '`',
  `\${run}`,
  '$',
  '{run}',
  '\n\r\t',
  '\u2028',
  '\ud800',
  '\u202e',
  'é漢🚀',
  '*/ //',
]

test('a text is a literal with the same value, also beside an expression and beside another text', () => {
  for (const one of texts) {
    expect(read(toStringSource([one]))).toBe(one)
    for (const other of texts) {
      expect(read(toStringSource([one, other, { code: 'run' }, other]))).toBe(`${one}${other}k3j9x2aa${other}`)
    }
  }
  expect(toStringSource([{ code: 'run' }])).toBe('run')
})

test('a JSON value is an expression with the same value', () => {
  const value = { a: [1, null, true, { 'b c': texts }], d: {}, e: [], "it's": 'x'.repeat(200) }
  expect(read(toSource(value, (text) => toStringSource([text])))).toEqual(value)
})

test('each line of a text is a comment', () => {
  expect(toComment('one\n\ntwo')).toBe('// one\n//\n// two')
})
