import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toHex, toMac, toSha256Hex } from './digests.ts'

test('a MAC agrees with Node, for key and text in UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (secret, text) => {
      const mac = toMac(secret, text)
      const other = createHmac('sha256', secret).update(text).digest()
      expect(toHex(mac)).toBe(other.toString('hex'))
    }),
    { seed: 7, numRuns: 200 },
  )
})

test('a hash covers the raw bytes, including bytes that are not text', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at)
  expect(toSha256Hex(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(toSha256Hex('für')).toBe(createHash('sha256').update('für', 'utf8').digest('hex'))
})

test.each([undefined, '', new Uint8Array()])('an absent body has the hash of an empty body (%o)', (content) => {
  expect(toSha256Hex(content)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})
