import type { WireRequest } from '../wire.ts'
import type { SchemeName } from './result.ts'
import type { ReadTime } from './times.ts'

/** A scheme that signs requests with an access key. */
export interface SigningScheme {
  readonly name: Exclude<SchemeName, 'auth-token' | 'fc-signed-url'>
  /** The first word of `Authorization`. */
  readonly word: string
  /** The form of `Authorization`, for messages. */
  readonly form: string
  /** Reads the text after the word. Returns `undefined` if it does not have the form of the scheme. */
  readonly readClaim: (request: WireRequest, credentials: string) => Claim | undefined
  /** The name of the header with the date. */
  readonly toDateHeader: (request: WireRequest) => string
  readonly readTime: ReadTime
  /** The names of the headers that the client must sign in this request. */
  readonly mustSign: (request: WireRequest) => readonly string[]
  /** The header for the token of temporary keys. */
  readonly tokenHeader: string
  readonly coversBody: boolean
  /** What the server signs. */
  readonly toSigning: (request: WireRequest, claim: Claim) => Signing
  /** What the client may have signed by mistake, most likely first. */
  readonly toMistakes: (request: WireRequest, claim: Claim) => Iterable<SigningMistake>
  readonly encoding: 'hex' | 'base64'
}

/** What the `Authorization` header states. */
export interface Claim {
  readonly keyId: string
  readonly signature: string
  /** In lower case, in the order of the header. */
  readonly signedHeaders: readonly string[]
}

export interface Signing {
  readonly stringToSign: string
  /** The canonical request whose hash is in the string to sign. */
  readonly canonicalRequest?: string
  /** What is wrong with the request even if the signature is right. */
  readonly breach?: string | undefined
}

export interface SigningMistake extends Signing {
  readonly hint: string
}
