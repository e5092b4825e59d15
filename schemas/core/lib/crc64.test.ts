import { expect, test } from 'vitest'
import { toCrc64 } from './crc64.ts'

test.each([
  // The check value of CRC-64/XZ in the CRC catalogue, and the checksum that xz stores for an empty file.
  { text: '123456789', checksum: 0x995dc9bbdf1939fan },
  { text: '', checksum: 0n },
  { text: 'a', checksum: 0x330284772e652b05n },
])('the checksum of "$text" is its CRC-64/XZ', ({ text, checksum }) => {
  expect(toCrc64(new TextEncoder().encode(text))).toBe(String(checksum))
})
