import type { Dialect } from '../../../schemas/core/dialect.ts'
import type { WireRequest } from '../http/exchange.ts'
import { WrongUseError } from '../exit-codes.ts'
import type { Signer } from '../http/target.ts'
import { signAcs3 } from './acs3.ts'
import type { Credentials } from './credentials.ts'
import { signFc } from './fc-signature.ts'
import { signSdk } from './sdk-hmac.ts'
import type { Key, Sign, SignFacts } from './sign.ts'

/** A way to sign requests. All of them cover the method, the path, the date and the content type. */
export interface Scheme {
  readonly name: string
  readonly sign: Sign
  readonly coversBody: boolean
  readonly coversQuery: boolean
  /** Every header whose name begins so must be signed. */
  readonly prefix?: string
}

/** The ways to sign by the names that the dialects give them. */
const schemes: Readonly<Record<string, Scheme>> = {
  fcSignature: { name: 'FC signature', sign: signFc, coversBody: false, coversQuery: false, prefix: 'x-fc-' },
  acs3Signature: { name: 'ACS3-HMAC-SHA256', sign: signAcs3, coversBody: true, coversQuery: true, prefix: 'x-acs-' },
  sdkSignature: { name: 'SDK-HMAC-SHA256', sign: signSdk, coversBody: true, coversQuery: true },
}

/** What is done wrong in signing; nothing of it: a right signature. */
export interface Tampering {
  readonly key?: (key: Key) => Key
  readonly clock?: (now: Date) => Date
  readonly digest?: SignFacts['digest']
  /** What is signed in place of what is sent. */
  readonly request?: (request: WireRequest) => WireRequest
  /** What is sent in place of the headers that signing gave. */
  readonly headers?: (headers: Readonly<Record<string, string>>) => Readonly<Record<string, string>>
}

/** Signing that can also be done wrong, and what a signature covers. */
export interface Tamper extends Omit<Scheme, 'sign'> {
  readonly toSigner: (tampering: Tampering) => Signer
  /** The key is temporary: a security token goes with it. */
  readonly isTemporary: boolean
  /** The same key in the ways of other APIs. */
  readonly others: readonly Signer[]
}

export interface Signing {
  /** In words, for reports. */
  readonly name: string
  readonly signer?: Signer
  /** Absent where nothing is signed: no credentials, or a token alone. */
  readonly tamper?: Tamper
}

/**
 * How requests to an API are signed: with keys by the API's own scheme, with a token alone by its header, without
 * credentials not at all. Throws {@link WrongUseError} for credentials that the API has no use for.
 */
export function toSigning(
  { security }: Pick<Dialect, 'security'>,
  credentials: Credentials | undefined,
  account: string | undefined,
  now: () => Date = () => new Date(),
): Signing {
  const { accessKeyId: id, accessKeySecret: secret, token } = credentials ?? {}
  if (id !== undefined && secret !== undefined) {
    const scheme = findScheme({ security })
    if (!scheme) throw new WrongUseError('the API knows no signature, so that access keys are of no use')
    const tamper = toTamper(scheme, { id, secret, ...(token !== undefined && { token }) }, account, now)
    return { name: scheme.name, signer: tamper.toSigner({}), tamper }
  }
  if (token === undefined) return { name: 'none' }
  const header = Object.values(security).find(({ name }) => /token/i.test(name))?.name
  if (header === undefined) throw new WrongUseError('the API takes no token alone: set the access key, too')
  return { name: header, signer: async () => ({ [header]: token }) }
}

/** The way in which an API's requests are signed, where it has one. */
export function findScheme({ security }: Pick<Dialect, 'security'>): Scheme | undefined {
  return Object.keys(security).flatMap((name) => schemes[name] ?? [])[0]
}

function toTamper(scheme: Scheme, key: Key, account: string | undefined, now: () => Date): Tamper {
  const { sign, ...facts } = scheme
  const same = <T>(value: T) => value
  return {
    ...facts,
    isTemporary: key.token !== undefined,
    toSigner:
      ({ key: toKey = same, clock = same, digest, request: toSigned = same, headers = same }) =>
      async (request) =>
        headers(sign(toSigned(request), toKey(key), { account, now: clock(now()), ...(digest && { digest }) })),
    others: Object.values(schemes)
      .filter((other) => other !== scheme)
      .map((other) => async (request) => other.sign(request, key, { account, now: now() })),
  }
}
