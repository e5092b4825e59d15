import { expect, test } from 'vitest'
import { toCount } from './count.ts'

test.each([
  [0, 'item', undefined, '0 items'],
  [1, 'item', undefined, '1 item'],
  [2n, 'entry', 'entries', '2 entries'],
  [1n, 'entry', 'entries', '1 entry'],
])('%s %s', (count, noun, plural, text) => {
  expect(toCount(count, noun, plural)).toBe(text)
})
