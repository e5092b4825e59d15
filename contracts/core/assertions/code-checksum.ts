import type { CoreContext } from '../context.ts'
import { toCrc64 } from '../../../schemas/core/lib/crc64.ts'
import type { Exchange } from '../http/exchange.ts'

type ChecksumContext = Pick<CoreContext, 'profile' | 'expectFields' | 'note'>

/** The checksum is the code's. The pages say CRC-64 and not which one: that of XZ is observed, and `documented` takes any. */
export function expectCrc64(
  { profile, expectFields, note }: ChecksumContext,
  exchange: Exchange,
  codeChecksum: unknown,
  bytes: Uint8Array,
): void {
  const ofXz = toCrc64(bytes)
  note('the variant of CRC-64 in checksums of code', codeChecksum === ofXz ? 'XZ' : 'another')
  if (profile === 'documented') return
  expectFields(exchange, { codeChecksum }, { codeChecksum: ofXz }, 'absent-fails')
}
