import { toBase64 } from '../../../schemas/core/lib/base64.ts'
import { isSecretName, redacted } from '../../../schemas/core/lib/secrets.ts'
import type { WireRequest } from '../wire.ts'
import { toHex, toMac } from './digests.ts'
import type { Explanation } from './result.ts'
import type { Claim, Signing, SigningScheme } from './signing.ts'

/**
 * Returns what the server signs, and tries known signing mistakes until one produces the received signature. This takes
 * at most a few hundred hashes of short texts.
 */
export function explain(scheme: SigningScheme, request: WireRequest, claim: Claim, secret: string): Explanation {
  const expected = scheme.toSigning(request, claim)
  const found = findMistake(scheme, request, claim, secret, expected)
  const hide = (text: string) => hideSecrets(text, secret)
  return {
    scheme: scheme.name,
    receivedSignature: hide(claim.signature),
    signedHeaders: claim.signedHeaders,
    expectedStringToSign: hide(expected.stringToSign),
    ...(expected.canonicalRequest && { canonicalRequest: hide(expected.canonicalRequest) }),
    ...(found && { hint: found.hint, receivedStringToSign: hide(found.stringToSign) }),
    ...(found?.canonicalRequest && { receivedCanonicalRequest: hide(found.canonicalRequest) }),
  }
}

function findMistake(scheme: SigningScheme, request: WireRequest, claim: Claim, secret: string, expected: Signing) {
  const other = scheme.encoding === 'hex' ? 'base64' : 'hex'
  const inOther = `the signature is in ${other}; it must be in ${scheme.encoding}`
  if (isSigned(expected, secret, claim, other)) return { ...expected, hint: inOther }
  for (const mistake of scheme.toMistakes(request, claim)) {
    if (isSigned(mistake, secret, claim, scheme.encoding)) return mistake
    if (isSigned(mistake, secret, claim, other)) return { ...mistake, hint: `${mistake.hint}; ${inOther}` }
  }
  return undefined
}

/** Whether the received signature belongs to a string to sign. */
export function isSigned(
  { stringToSign }: Signing,
  secret: string,
  { signature }: Claim,
  encoding: SigningScheme['encoding'],
): boolean {
  const mac = toMac(secret, stringToSign)
  return signature === (encoding === 'hex' ? toHex(mac) : toBase64(mac))
}

/**
 * Replaces the values of secret headers, and the secret itself if a client has sent it. A secret with fewer than eight
 * characters is replaced only if it is the whole text, because it could be part of any word.
 */
function hideSecrets(text: string, secret: string): string {
  if (text === secret) return redacted
  const lines = text.split('\n').map((line) => {
    const [name = ''] = line.split(':')
    return name !== line && isSecretName(name) ? `${name}:${redacted}` : line
  })
  const rest = lines.join('\n')
  return secret.length < 8 ? rest : rest.replaceAll(secret, redacted)
}
