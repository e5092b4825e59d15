import type { WireRequest } from '../wire.ts'
import { toNamedAccounts } from './accounts.ts'
import { explain, isSigned } from './explain.ts'
import { readHeader } from './header-text.ts'
import { type AuthOptions, type AuthScheme, longestSkew } from './profile.ts'
import { type AuthResult, passed, refused } from './result.ts'
import type { Credential } from './settings.ts'
import type { Claim, SigningScheme } from './signing.ts'

/** The scheme of requests with this word in `Authorization`. */
export function signedBy(scheme: SigningScheme): AuthScheme {
  const start = `${scheme.word} `
  return {
    form: `Authorization: ${scheme.form}`,
    judge(request, options) {
      const authorization = readHeader(request, 'authorization')
      if (!authorization?.startsWith(start)) return undefined
      const claim = scheme.readClaim(request, authorization.slice(start.length))
      if (!claim) return refused(options.profile.codes.missing, `Authorization must have the form ${scheme.form}`)
      return options.mode === 'present' ? passed() : verifySignature(scheme, request, claim, options)
    },
  }
}

/**
 * Verifies a signature. The order is: form, signed headers, date, key, clock, signature, security token, account. So a
 * signed header that was changed in transit is a wrong signature, and the account is only checked after the signature.
 */
function verifySignature(scheme: SigningScheme, request: WireRequest, claim: Claim, options: AuthOptions): AuthResult {
  const { codes } = options.profile
  const unsigned = scheme.mustSign(request).find((name) => !claim.signedHeaders.includes(name))
  if (unsigned !== undefined) return refused(codes.missing, `SignedHeaders must name ${unsigned}`)

  const dateHeader = scheme.toDateHeader(request)
  const date = readHeader(request, dateHeader)
  if (!date) return refused(codes.undated, `the header ${dateHeader} must be present`)
  const time = scheme.readTime(date)
  if (time === undefined) return refused(codes.missing, `the header ${dateHeader} is not a date of this scheme`)

  const credential = options.credentials?.find(({ id }) => id === claim.keyId)
  if (!credential) {
    const rule = 'the key id is not among the credentials of the mock'
    return { ...refused(codes.unknownKey, rule), message: options.profile.toUnknownKeyMessage?.(claim.keyId) }
  }
  if (Math.abs(options.now - time) > longestSkew) {
    return refused(codes.skewed, `the date of the request is ${toText(time)}, but the time is ${toText(options.now)}`)
  }
  return (
    refuseSignature(scheme, request, claim, credential, options) ??
    refuseSecurityToken(scheme, request, credential, options) ??
    refuseAccount(request, credential.accountId, options) ??
    passed(credential.accountId)
  )
}

function toText(time: number): string {
  return new Date(time).toISOString()
}

function refuseSignature(
  scheme: SigningScheme,
  request: WireRequest,
  claim: Claim,
  { secret }: Credential,
  { profile, explain: isExplained }: AuthOptions,
): AuthResult | undefined {
  // The adapter did not keep this body, so its hash is unknown. The next stage rejects the body for its size.
  if (request.tooLarge && scheme.coversBody) return undefined
  const signing = scheme.toSigning(request, claim)
  const isRight = isSigned(signing, secret, claim, scheme.encoding)
  if (isRight && signing.breach === undefined) return undefined
  const rule = signing.breach ?? 'the signature does not match the request'
  const explanation = isExplained ? explain(scheme, request, claim, secret) : undefined
  return refused(profile.codes.mismatch, rule, explanation)
}

/** A permanent key needs no token. An empty header counts as absent. */
function refuseSecurityToken(
  { tokenHeader }: SigningScheme,
  request: WireRequest,
  { securityToken }: Credential,
  { profile }: AuthOptions,
): AuthResult | undefined {
  const sent = readHeader(request, tokenHeader) || undefined
  if (sent === securityToken) return undefined
  const rule = sent === undefined ? 'must be present, because the key is temporary' : 'is not the token of this key'
  return refused(profile.codes.missing, `the header ${tokenHeader} ${rule}`)
}

/** Rejects a request that names another account than the account of its credentials. */
export function refuseAccount(
  request: WireRequest,
  accountId: string | undefined,
  { profile }: AuthOptions,
): AuthResult | undefined {
  if (accountId === undefined) return undefined
  const other = toNamedAccounts(request, profile.accounts).find(({ account }) => account !== accountId)
  return other && refused(profile.codes.forbidden, `${other.place} names another account than the credentials have`)
}
