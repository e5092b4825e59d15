import type { Operation } from '../../../schemas/core/operation.ts'
import type { Send } from '../cleanup/cleanup-log.ts'
import type { Input } from '../http/wire-request.ts'
import type { Signing } from './signer.ts'

/**
 * Whether a target verifies signatures: whether it rejects an unsigned request or an unknown key, and returns another
 * status for a correctly signed request. One of the two is enough.
 */
export async function findAuthentication(
  { tamper }: Signing,
  send: Send,
  operation: Operation,
  input: Input,
): Promise<boolean> {
  // The signed request may fail, too, because its resource need not exist.
  const { response: right } = await send(operation, input)
  const unknown = tamper?.toSigner({ key: (key) => ({ ...key, id: 'NoSuchKey', secret: 'no-such-secret' }) })
  for (const signer of ['none' as const, ...(unknown ? [unknown] : [])]) {
    const { response } = await send(operation, { ...input, signer })
    if (response.status >= 300 && response.status !== right.status) return true
  }
  return false
}
