import { expect, test } from 'vitest'
import { readPageToken, toPageToken } from './page-token.ts'

test.each(['demo', '', 'ä/ö %2F', '\u0000', '\ud800', '"quoted"', 'x'.repeat(300_000)])(
  'the key can be read from a token (%#)',
  (key) => {
    expect(readPageToken('services', toPageToken('services', key))).toBe(key)
  },
)

test('a token needs no encoding in a query', () => {
  expect(toPageToken('services', 'ÿþ>>>???')).toMatch(/^[\w-]+$/)
})

test.each([
  ['with a letter changed', (token: string) => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`],
  ['with a letter added', (token: string) => `${token}A`],
  ['with padding added', (token: string) => `${token}=`],
  ['shortened', (token: string) => token.slice(0, -1)],
  ['without content', () => ''],
  ['of another list', () => toPageToken('functions', 'demo')],
  ['that is not base64', () => 'not a token!'],
])('a token %s is rejected', (_, alter) => {
  expect(readPageToken('services', alter(toPageToken('services', 'demo')))).toBeUndefined()
})
