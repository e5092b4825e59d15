import type { WireRequest } from '../wire.ts'
import type { AuthResult, SchemeName } from './result.ts'
import type { AuthSettings } from './settings.ts'

/** An authentication scheme. */
export interface AuthScheme {
  /** The form of the credentials, for messages. */
  readonly form: string
  /** Checks a request. Returns `undefined` if the request has no credentials of this scheme. */
  readonly judge: (request: WireRequest, options: AuthOptions) => AuthResult | undefined
}

/** The authentication of one API. */
export interface AuthProfile<Code extends string = string> {
  /** The schemes that the API accepts, in the order in which the emulator looks for them. */
  readonly schemes: readonly SchemeName[]
  readonly codes: {
    /**
     * Unusable credentials: none, malformed, of another scheme, with too few signed headers, or without the security
     * token of the key.
     */
    readonly missing: Code
    /** A signature without a date. */
    readonly undated: Code
    readonly unknownKey: Code
    /** The signature does not match the request. */
    readonly mismatch: Code
    /** The date differs from the clock by more than {@link longestSkew}. */
    readonly skewed: Code
    /** Valid credentials for another account than the account of the request. */
    readonly forbidden: Code
  }
  /** The message for an unknown key. Default: the message of its code. */
  readonly toUnknownKeyMessage?: (keyId: string) => string
  /** Where a request may name its account or project. */
  readonly accounts: readonly AccountPlace[]
}

export type AccountPlace =
  | { readonly in: 'header'; readonly name: string }
  /** The first group of the pattern is the account. If the pattern does not match, there is no account. */
  | { readonly in: 'host'; readonly pattern: RegExp }
  /** The same for the decoded path. */
  | { readonly in: 'path'; readonly pattern: RegExp }

/** Fifteen minutes in milliseconds, inclusive, for all schemes. Observed. */
export const longestSkew = 15 * 60 * 1000

export interface AuthOptions extends AuthSettings {
  readonly profile: AuthProfile
  /** The time to compare the date of a request with, in milliseconds since 1970, UTC. */
  readonly now: number
}
