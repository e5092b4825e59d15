import type { WireRequest } from '../wire.ts'
import { toCanonicalAlternatives } from './canonical-mistakes.ts'
import { type CanonicalParts, findBreach, joinCanonicalParts, toCanonicalParts } from './canonical-request.ts'
import { toSha256Hex } from './digests.ts'
import { toHeaderNames } from './header-text.ts'
import { recodePath } from './percent.ts'
import { readSignatureParameters } from './signature-parameters.ts'
import type { Signing, SigningScheme } from './signing.ts'
import { combineMistakes } from './signing-mistakes.ts'
import { readIsoTime } from './times.ts'

/**
 * `Authorization: ACS3-HMAC-SHA256 Credential={id},SignedHeaders={names},Signature={hex}`. The client selects the
 * signed headers. They must include `host`, `x-acs-date` and every `x-acs-` header of the request. Observed: the Node
 * SDK signs these and the content type, the Python SDK signs all headers.
 */
export const acs3HmacSha256: SigningScheme = {
  name: 'acs3-hmac-sha256',
  word: 'ACS3-HMAC-SHA256',
  form: 'ACS3-HMAC-SHA256 Credential={accessKeyId},SignedHeaders={names},Signature={hex}',
  readClaim: (_, credentials) => readSignatureParameters(credentials, 'Credential'),
  toDateHeader: () => 'x-acs-date',
  readTime: readIsoTime,
  mustSign: (request) => [...new Set(['host', 'x-acs-date', ...toHeaderNames(request, 'x-acs-')])],
  tokenHeader: 'x-acs-security-token',
  coversBody: true,
  toSigning: (request, { signedHeaders }) => {
    const parts = toParts(request, signedHeaders)
    return { ...sign(parts), breach: findBreach(request, signedHeaders, hashHeader, parts.bodyHash) }
  },
  toMistakes: (request, claim) => {
    const parts = toParts(request, claim.signedHeaders)
    return combineMistakes(parts, toCanonicalAlternatives(request, claim, parts, hashHeader), sign)
  },
  encoding: 'hex',
}

/** The algorithm and the hash of the canonical request. */
export function toStringToSign(request: WireRequest, signedHeaders: readonly string[]): string {
  return sign(toParts(request, signedHeaders)).stringToSign
}

const hashHeader = 'x-acs-content-sha256'

function toParts(request: WireRequest, signedHeaders: readonly string[]): CanonicalParts {
  return toCanonicalParts(request, signedHeaders, recodePath(request.path))
}

function sign(parts: CanonicalParts): Signing {
  const canonicalRequest = joinCanonicalParts(parts)
  return { canonicalRequest, stringToSign: `ACS3-HMAC-SHA256\n${toSha256Hex(canonicalRequest)}` }
}
