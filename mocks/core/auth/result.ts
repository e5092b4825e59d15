/** An authentication scheme that the emulator supports. */
export type SchemeName =
  | 'fc-signature'
  | 'fc-trigger-signature'
  | 'fc-signed-url'
  | 'acs3-hmac-sha256'
  | 'sdk-hmac-sha256'
  | 'auth-token'

/** The result of checking the credentials of a request. */
export type AuthResult = AuthPassed | AuthRefused

export interface AuthPassed {
  readonly kind: 'passed'
  /** The account or project of the credentials, if they are known and have one. */
  readonly accountId?: string | undefined
}

export interface AuthRefused {
  readonly kind: 'refused'
  /** One of the profile's codes. */
  readonly code: string
  /** The violated rule. It contains no secret. */
  readonly rule: string
  /** Default: the message of the code. */
  readonly message?: string | undefined
  /** For a wrong signature, if explanations are enabled. */
  readonly explanation?: Explanation | undefined
}

/**
 * Explains why a signature is wrong: what the server signs, and what the client probably signed. It does not contain
 * the correct signature, because that would be as valuable as the key, and it hides security tokens.
 */
export interface Explanation {
  readonly scheme: SchemeName
  readonly receivedSignature: string
  /** The names of the headers that the signature covers. */
  readonly signedHeaders: readonly string[]
  /** What the server signs. */
  readonly expectedStringToSign: string
  /** The canonical request whose hash is in the string to sign, in schemes that have one. */
  readonly canonicalRequest?: string | undefined
  /** A known signing mistake that explains the received signature; absent if no known mistake does. */
  readonly hint?: string | undefined
  /** What the client signed, if there is a hint. */
  readonly receivedStringToSign?: string | undefined
  /** The canonical request of the client, in schemes that have one. */
  readonly receivedCanonicalRequest?: string | undefined
}

export function passed(accountId?: string): AuthPassed {
  return accountId === undefined ? { kind: 'passed' } : { kind: 'passed', accountId }
}

export function refused(code: string, rule: string, explanation?: Explanation): AuthRefused {
  return explanation === undefined ? { kind: 'refused', code, rule } : { kind: 'refused', code, rule, explanation }
}
