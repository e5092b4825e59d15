import type { Dialect } from '../../../schemas/core/dialect.ts'
import { WrongUseError } from '../exit-codes.ts'
import type { Signer } from '../target.ts'
import { signAcs3 } from './acs3.ts'
import type { Credentials } from './credentials.ts'
import { signFc } from './fc-signature.ts'
import { signSdk } from './sdk-hmac.ts'
import type { Key, Sign } from './sign.ts'

/** The ways to sign by the names that the dialects give them. */
const schemes: Readonly<Record<string, { readonly name: string; readonly sign: Sign }>> = {
  fcSignature: { name: 'FC signature', sign: signFc },
  acs3Signature: { name: 'ACS3-HMAC-SHA256', sign: signAcs3 },
  sdkSignature: { name: 'SDK-HMAC-SHA256', sign: signSdk },
}

export interface Signing {
  /** In words, for reports. */
  readonly name: string
  readonly signer?: Signer
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
    const scheme = Object.keys(security).flatMap((name) => schemes[name] ?? [])[0]
    if (!scheme) throw new WrongUseError('the API knows no signature, so that access keys are of no use')
    const key: Key = { id, secret, ...(token !== undefined && { token }) }
    return { name: scheme.name, signer: async (request) => scheme.sign(request, key, { account, now: now() }) }
  }
  if (token === undefined) return { name: 'none' }
  const header = Object.values(security).find(({ name }) => /token/i.test(name))?.name
  if (header === undefined) throw new WrongUseError('the API takes no token alone: set the access key, too')
  return { name: header, signer: async () => ({ [header]: token }) }
}
