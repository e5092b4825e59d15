import { expect, test } from 'vitest'
import { crc64 } from './crc64.ts'

test.each([
  // The check value of the CRC catalogue for CRC-64/XZ, and xz's own of the empty file.
  { text: '123456789', sum: 0x995dc9bbdf1939fan },
  { text: '', sum: 0n },
  { text: 'a', sum: 0x330284772e652b05n },
])('the check sum of "$text" is that of CRC-64/XZ', ({ text, sum }) => {
  expect(crc64(new TextEncoder().encode(text))).toBe(sum)
})
