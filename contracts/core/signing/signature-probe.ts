import type { Operation } from '../../../schemas/core/operation.ts'
import type { Send } from '../cleanup/cleanup-log.ts'
import type { Signing } from './signer.ts'
import type { Input } from '../http/wire-request.ts'

/**
 * Whether a target looks at signatures: it returns a request that is not signed, or one whose key no one knows,
 * otherwise than one that is signed well. A
 * target that refuses only one of the two looks, though not well.
 */
export async function findAuthentication(
  { tamper }: Signing,
  send: Send,
  operation: Operation,
  input: Input,
): Promise<boolean> {
  // A probe may be refused though it is let in: what it names need not exist.
  const { response: right } = await send(operation, input)
  const unknown = tamper?.toSigner({ key: (key) => ({ ...key, id: 'NoSuchKey', secret: 'no-such-secret' }) })
  for (const signer of ['none' as const, ...(unknown ? [unknown] : [])]) {
    const { response } = await send(operation, { ...input, signer })
    if (response.status >= 300 && response.status !== right.status) return true
  }
  return false
}
