import { toCrc64 } from '../../../schemas/core/lib/crc64.ts'
import type { CoreContext } from '../context.ts'
import type { Exchange } from '../http/exchange.ts'

type ChecksumContext = Pick<CoreContext, 'profile' | 'expectFields' | 'note'>

/**
 * Checks the CRC-64 of a code. The sources do not state the variant. The profile `observed` requires the variant of XZ,
 * `documented` accepts any.
 */
export function expectCrc64(
  { profile, expectFields, note }: ChecksumContext,
  exchange: Exchange,
  codeChecksum: unknown,
  bytes: Uint8Array,
): void {
  const ofXz = toCrc64(bytes)
  note('the CRC-64 variant of code checksums', codeChecksum === ofXz ? 'XZ' : 'another')
  if (profile === 'documented') return
  expectFields(exchange, { codeChecksum }, { codeChecksum: ofXz }, 'absent-fails')
}
