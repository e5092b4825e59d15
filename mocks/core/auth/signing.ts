import type { WireRequest } from '../wire.ts'
import type { SchemeName } from './profile.ts'
import type { ReadTime } from './times.ts'

/** A scheme that signs requests with an access key, as a value: all in which one differs from another. */
export interface SigningScheme {
  readonly name: Exclude<SchemeName, 'auth-token'>
  /** What `Authorization` begins with, up to the first space. */
  readonly word: string
  /** What `Authorization` looks like, for whoever got it wrong. */
  readonly form: string
  /** Reads what follows the word; `undefined` where it has not the scheme's form. */
  readonly readClaim: (request: WireRequest, credentials: string) => Claim | undefined
  /** The header whose text is the date. */
  readonly toDateHeader: (request: WireRequest) => string
  readonly readTime: ReadTime
  /** The names of the headers that the client has to sign in this request. */
  readonly mustSign: (request: WireRequest) => readonly string[]
  /** The header of the token that goes with temporary keys. */
  readonly tokenHeader: string
  readonly coversBody: boolean
  /** What the server signs. */
  readonly toSigning: (request: WireRequest, claim: Claim) => Signing
  /** What the client may have signed by mistake instead, most likely first. */
  readonly toMistakes: (request: WireRequest, claim: Claim) => Iterable<SigningMistake>
  readonly encoding: 'hex' | 'base64'
}

/** What a request says of its own signature. */
export interface Claim {
  readonly keyId: string
  readonly signature: string
  /** In lower case, in the order that was sent. */
  readonly signedHeaders: readonly string[]
}

export interface Signing {
  readonly stringToSign: string
  /** What the hash in the string to sign is of. */
  readonly canonicalRequest?: string
  /** What is wrong with the request even if the signature is right. */
  readonly breach?: string | undefined
}

export interface SigningMistake extends Signing {
  readonly hint: string
}
