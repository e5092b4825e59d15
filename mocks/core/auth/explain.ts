import type { WireRequest } from '../wire.ts'
import { toBase64, toHex, toMac } from './digests.ts'
import type { Explanation } from './result.ts'
import type { Claim, Signing, SigningScheme } from './signing.ts'

/**
 * Shows what the server signs, and tries the slips that are known of clients until one makes the received signature
 * right. A few hundred hashes at most, of texts as long as the request's headers.
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
  const inOther = `the signature was written in ${other}; it must be in ${scheme.encoding}`
  if (isSigned(expected, secret, claim, other)) return { ...expected, hint: inOther }
  for (const mistake of scheme.toMistakes(request, claim)) {
    if (isSigned(mistake, secret, claim, scheme.encoding)) return mistake
    if (isSigned(mistake, secret, claim, other)) return { ...mistake, hint: `${mistake.hint}; ${inOther}` }
  }
  return undefined
}

/** Whether the received signature is that of a string to sign. */
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
 * Hides the lines of headers that are as good as a key, and the secret itself where a client has sent that. A secret of
 * a few letters is hidden only where it is the whole text: it would be found in every word.
 */
function hideSecrets(text: string, secret: string): string {
  if (text === secret) return hidden
  const lines = text.split('\n').map((line) => line.replace(secretLine, `$1:${hidden}`))
  const rest = lines.join('\n')
  return secret.length < 8 ? rest : rest.replaceAll(secret, hidden)
}

const hidden = '(hidden)'

const secretLine = /^(x-fc-security-token|x-acs-security-token|x-security-token|x-auth-token|authorization|cookie):.*$/s
