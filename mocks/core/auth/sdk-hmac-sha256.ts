import type { WireRequest } from '../wire.ts'
import { toCanonicalAlternatives } from './canonical-mistakes.ts'
import { type CanonicalParts, findBreach, joinCanonicalParts, toCanonicalParts } from './canonical-request.ts'
import { toSha256Hex } from './digests.ts'
import { readHeader } from './header-text.ts'
import { recodePath } from './percent.ts'
import { readSignatureParameters } from './signature-parameters.ts'
import type { Signing, SigningScheme } from './signing.ts'
import { combineMistakes } from './signing-mistakes.ts'
import { readCompactTime } from './times.ts'

const dateHeader = 'x-sdk-date'
const tokenHeader = 'x-security-token'
/** Not sent with JSON. `UNSIGNED-PAYLOAD` is rejected, because it would not protect the body. */
const hashHeader = 'x-sdk-content-sha256'

/**
 * `Authorization: SDK-HMAC-SHA256 Access={ak}, SignedHeaders={names}, Signature={hex}`. The client selects the signed
 * headers. They must include `host`, `x-sdk-date` and the security token of temporary keys. Observed in the SDKs for
 * Node, which sends the colons of a URN unencoded, and Python, which encodes them. Both sign them encoded.
 */
export const sdkHmacSha256: SigningScheme = {
  name: 'sdk-hmac-sha256',
  word: 'SDK-HMAC-SHA256',
  form: 'SDK-HMAC-SHA256 Access={ak}, SignedHeaders={names}, Signature={hex}',
  readClaim: (_, credentials) => readSignatureParameters(credentials, 'Access'),
  toDateHeader: () => dateHeader,
  readTime: readCompactTime,
  mustSign: (request) => ['host', dateHeader, ...(readHeader(request, tokenHeader) ? [tokenHeader] : [])],
  tokenHeader,
  coversBody: true,
  toSigning: (request, { signedHeaders }) => {
    const parts = toParts(request, signedHeaders)
    return { ...sign(request, parts), breach: findBreach(request, signedHeaders, hashHeader, parts.bodyHash) }
  },
  toMistakes: (request, claim) => {
    const parts = toParts(request, claim.signedHeaders)
    const alternatives = toCanonicalAlternatives(request, claim, parts, hashHeader)
    return combineMistakes(parts, alternatives, (changed) => sign(request, changed))
  },
  encoding: 'hex',
}

/**
 * The algorithm, the date as it was sent, and the hash of the canonical request. The path of the canonical request
 * always ends with a slash.
 */
export function toStringToSign(request: WireRequest, signedHeaders: readonly string[]): string {
  return sign(request, toParts(request, signedHeaders)).stringToSign
}

function toParts(request: WireRequest, signedHeaders: readonly string[]): CanonicalParts {
  const path = recodePath(request.path)
  return toCanonicalParts(request, signedHeaders, path.endsWith('/') ? path : `${path}/`)
}

function sign(request: WireRequest, parts: CanonicalParts): Signing {
  const canonicalRequest = joinCanonicalParts(parts)
  const date = readHeader(request, dateHeader) ?? ''
  return { canonicalRequest, stringToSign: `SDK-HMAC-SHA256\n${date}\n${toSha256Hex(canonicalRequest)}` }
}
