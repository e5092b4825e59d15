/** A way to authenticate that the emulator knows. */
export type SchemeName = 'fc-signature' | 'acs3-hmac-sha256' | 'sdk-hmac-sha256' | 'auth-token'

/** Everything in which the authentication of one API differs from another's. Core reads it and knows no API. */
export interface AuthProfile<Code extends string = string> {
  /** The schemes that the API takes, in the order in which a request is searched for them. */
  readonly schemes: readonly SchemeName[]
  readonly codes: {
    /**
     * No usable credentials: none, malformed, of another scheme, with too few signed headers, or without the
     * security token that goes with the key.
     */
    readonly missing: Code
    /** A signature without a date. */
    readonly undated: Code
    readonly unknownKey: Code
    /** The signature is not that of the request which arrived. */
    readonly mismatch: Code
    /** Dated more than {@link longestSkew} from the clock. */
    readonly skewed: Code
    /** Good credentials, for another account than the request names. */
    readonly forbidden: Code
  }
  /** Where a request may name the account, or the project, that it is for. */
  readonly accounts: readonly AccountPlace[]
}

export type AccountPlace =
  | { readonly in: 'header'; readonly name: string }
  /** The pattern's first group is the account; where it does not match, the place names none. */
  | { readonly in: 'host'; readonly pattern: RegExp }
  /** Likewise, in the decoded path. */
  | { readonly in: 'path'; readonly pattern: RegExp }

/** Fifteen minutes, in milliseconds, for all schemes. Exactly so much still passes. Observed. */
export const longestSkew = 15 * 60 * 1000
