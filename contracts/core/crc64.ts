/** CRC-64/ECMA as XZ calculates it, as an unsigned decimal number: the form of a code checksum. */
export function toCrc64(bytes: Uint8Array): string {
  let crc = allOnes
  for (const byte of bytes) crc = (steps[Number(crc & 0xffn) ^ byte] ?? 0n) ^ (crc >> 8n)
  return String(crc ^ allOnes)
}

/** ECMA-182's polynomial, bits reversed. */
const polynomial = 0xc96c5795d7870f42n
const allOnes = 0xffffffffffffffffn

/** What each last byte comes to after its eight bits. */
const steps: readonly bigint[] = Array.from({ length: 256 }, (_, byte) => {
  let crc = BigInt(byte)
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1n ? (crc >> 1n) ^ polynomial : crc >> 1n
  return crc
})
