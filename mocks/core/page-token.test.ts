import { expect, test } from 'vitest'
import { readPageToken, toPageToken } from './page-token.ts'

test.each(['demo', '', 'ä/ö %2F', '\u0000', '\ud800', '"quoted"', 'x'.repeat(300_000)])(
  'a token gives its key back (%#)',
  (key) => {
    expect(readPageToken('services', toPageToken('services', key))).toBe(key)
  },
)

test('a token fits into a query as it is', () => {
  expect(toPageToken('services', 'ÿþ>>>???')).toMatch(/^[\w-]+$/)
})

test.each([
  ['with a letter changed', (token: string) => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`],
  ['with a letter added', (token: string) => `${token}A`],
  ['with padding added', (token: string) => `${token}=`],
  ['cut short', (token: string) => token.slice(0, -1)],
  ['of nothing', () => ''],
  ['of another list', () => toPageToken('functions', 'demo')],
  ['of no base64 at all', () => 'not a token!'],
])('a token %s is not accepted', (_, alter) => {
  expect(readPageToken('services', alter(toPageToken('services', 'demo')))).toBeUndefined()
})
