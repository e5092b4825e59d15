import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toHex, toMac, toSha256Hex } from './digests.ts'

test('a MAC is the one that Node computes, of the UTF-8 of key and text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (secret, text) => {
      const mac = toMac(secret, text)
      const other = createHmac('sha256', secret).update(text).digest()
      expect(toHex(mac)).toBe(other.toString('hex'))
    }),
    { seed: 7, numRuns: 200 },
  )
})

test('a hash is over the raw bytes, also those that are no text', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at)
  expect(toSha256Hex(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(toSha256Hex('für')).toBe(createHash('sha256').update('für', 'utf8').digest('hex'))
})

test.each([undefined, '', new Uint8Array()])('no body has the hash of no bytes (%o)', (content) => {
  expect(toSha256Hex(content)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})
