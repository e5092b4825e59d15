import { expect, test } from 'vitest'
import { quoteShell } from './shell.ts'

test.each([
  ['--url=http://a/b', '--url=http://a/b'],
  ['', "''"],
  ['a b', "'a b'"],
  ['$HOME', "'$HOME'"],
  ["it's", `'it'\\''s'`],
])('%s is quoted as %s', (text, quoted) => {
  expect(quoteShell(text)).toBe(quoted)
})
