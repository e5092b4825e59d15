import { expect, test } from 'vitest'
import { toCrc64 } from './crc64.ts'

test("nine digits give the catalogue's check value of CRC-64/XZ", () => {
  expect(toCrc64(Buffer.from('123456789'))).toBe(String(0x995dc9bbdf1939fan))
})

test('no bytes give zero', () => {
  expect(toCrc64(new Uint8Array())).toBe('0')
})
