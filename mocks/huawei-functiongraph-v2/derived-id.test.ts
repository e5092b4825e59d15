import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { toDerivedHex, toDerivedLetters, toDerivedUuid, toDigest } from './derived-id.ts'

test('a digest is the SHA-512 of bytes, or of the UTF-8 of a text, in hex', () => {
  const expected = createHash('sha512').update('grüß').digest('hex')
  expect(toDigest('grüß')).toBe(expected)
  expect(toDigest(new TextEncoder().encode('grüß'))).toBe(expected)
})

test.each([
  ['a uuid of version 4', toDerivedUuid, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/],
  ['32 digits', toDerivedHex, /^[0-9a-f]{32}$/],
  ['five letters', toDerivedLetters, /^[a-z]{5}$/],
])('%s follow from a text: the same text gives the same id, and another text gives another', (_, derive, form) => {
  expect(derive('one')).toMatch(form)
  expect(derive('one')).toBe(derive('one'))
  expect(derive('one')).not.toBe(derive('two'))
})
