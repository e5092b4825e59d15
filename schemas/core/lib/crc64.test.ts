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

test('the checksum of any length is that of its bytes one by one', () => {
  const bytes = Uint8Array.from({ length: 40 }, (_, index) => (index * 73) ^ 0xa5)
  for (let length = 0; length <= bytes.length; length += 1) {
    expect(toCrc64(bytes.subarray(0, length)), `${length} bytes`).toBe(toCrc64ByBit(bytes.subarray(0, length)))
  }
})

/** The definition of CRC-64/XZ. */
function toCrc64ByBit(bytes: Uint8Array): string {
  const all = 2n ** 64n - 1n
  let register = all
  for (const byte of bytes) {
    register ^= BigInt(byte)
    for (let bit = 0; bit < 8; bit += 1) register = (register >> 1n) ^ (register & 1n ? 0xc96c5795d7870f42n : 0n)
  }
  return String(register ^ all)
}
