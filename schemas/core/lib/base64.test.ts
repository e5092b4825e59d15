import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeWithAtob, decodeWithBuffer, readBase64, readBase64Url, toBase64, toBase64Url } from './base64.ts'

test.each([
  ['no text', '', []],
  ['all bytes', '/4AA', [255, 128, 0]],
  ['padding', '/w==', [255]],
  ['line breaks', '/4\r\nAA\n', [255, 128, 0]],
])('%s is decoded', (_, text, bytes) => {
  expect([...(readBase64(text) ?? ['nothing'])]).toEqual(bytes)
})

test.each(['%%%%', 'a', '/w', 'aé==', '_-8=', 'def handler', 'abc def ', '/4=A'])('"%s" is not base64', (text) => {
  expect(readBase64(text)).toBeUndefined()
})

test('encoding agrees with Node.js, and decoding restores the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
      expect(readBase64(toBase64(bytes))).toEqual(bytes)
      expect(readBase64Url(toBase64Url(bytes))).toEqual(bytes)
    }),
  )
})

test('bytes beyond the length of one block are encoded', () => {
  const bytes = Uint8Array.from({ length: 20_001 }, (_, index) => index)
  expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
})

test('a text that is not base64url is not decoded', () => {
  expect(readBase64Url('not a token!')).toBeUndefined()
})

const attempt = (decode: (digits: string) => Uint8Array, digits: string) => {
  try {
    return [...decode(digits)]
  } catch {
    return 'not base64'
  }
}

test('both decoders accept the same texts and return the same bytes', () => {
  const digit = fc.constantFrom(...'AZaz09+/=-_ \n\té\0\u3000😀')
  const text = fc.array(digit, { maxLength: 12 }).map((digits) => digits.join(''))
  fc.assert(
    fc.property(text, (digits) => {
      expect(attempt(decodeWithBuffer, digits)).toEqual(attempt(decodeWithAtob, digits))
    }),
    { numRuns: 3000 },
  )
})
