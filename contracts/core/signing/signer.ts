import type { Dialect } from '../../../schemas/core/dialect.ts'
import { WrongUseError } from '../exit-codes.ts'
import type { WireRequest } from '../http/exchange.ts'
import type { Signer } from '../http/target.ts'
import { signAcs3 } from './acs3.ts'
import type { Credentials } from './credentials.ts'
import { signFc } from './fc-signature.ts'
import { signSdk } from './sdk-hmac.ts'
import type { Key, Sign, SignFacts } from './sign.ts'

/** A signature scheme. Every scheme covers the method, the path, the date and the content type. */
export interface Scheme {
  readonly name: string
  readonly sign: Sign
  readonly coversBody: boolean
  readonly coversQuery: boolean
  /** Headers with this prefix must be signed. */
  readonly prefix?: string
}

/** The schemes by their names in the dialects. */
const schemes: Readonly<Record<string, Scheme>> = {
  fcSignature: { name: 'FC signature', sign: signFc, coversBody: false, coversQuery: false, prefix: 'x-fc-' },
  acs3Signature: { name: 'ACS3-HMAC-SHA256', sign: signAcs3, coversBody: true, coversQuery: true, prefix: 'x-acs-' },
  sdkSignature: { name: 'SDK-HMAC-SHA256', sign: signSdk, coversBody: true, coversQuery: true },
}

/** What to change in a signed request. Without any change, the signature is correct. */
export interface Tampering {
  readonly key?: (key: Key) => Key
  readonly clock?: (now: Date) => Date
  readonly digest?: SignFacts['digest']
  /** Signs this request instead of the one that is sent. */
  readonly request?: (request: WireRequest) => WireRequest
  /** Changes the headers after signing. */
  readonly headers?: (headers: Readonly<Record<string, string>>) => Readonly<Record<string, string>>
}

/** A scheme that can also sign wrongly. */
export interface Tamper extends Omit<Scheme, 'sign'> {
  readonly toSigner: (tampering: Tampering) => Signer
  /** Whether the key is temporary and has a security token. */
  readonly isTemporary: boolean
  /** Signers of the other schemes, with the same key. */
  readonly others: readonly Signer[]
}

export interface Signing {
  /** The name in reports. */
  readonly name: string
  readonly signer?: Signer
  /** Absent without an access key. */
  readonly tamper?: Tamper
}

/**
 * How to sign the requests of an API: with the scheme of the API for an access key, with a header for a token alone,
 * not at all without credentials. Throws {@link WrongUseError} for credentials that the API does not use.
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
    if (!scheme) throw new WrongUseError('the API has no signature scheme, so it does not use access keys')
    const tamper = toTamper(scheme, { id, secret, ...(token !== undefined && { token }) }, account, now)
    return { name: scheme.name, signer: tamper.toSigner({}), tamper }
  }
  if (token === undefined) return { name: 'none' }
  const header = Object.values(security).find(({ name }) => /token/i.test(name))?.name
  if (header === undefined) throw new WrongUseError('the API does not accept a token alone; set the access key, too')
  return { name: header, signer: async () => ({ [header]: token }) }
}

/** The signature scheme of an API. Undefined if it has none. */
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
