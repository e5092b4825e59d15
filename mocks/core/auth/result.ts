import type { SchemeName } from './profile.ts'

/** What became of a request's credentials: data, for whoever makes a fault of it. */
export type AuthResult = AuthPassed | AuthRefused

export interface AuthPassed {
  readonly kind: 'passed'
  /** The account or project of the credentials, where they are known and have one. */
  readonly accountId?: string | undefined
}

export interface AuthRefused {
  readonly kind: 'refused'
  /** Of the profile's codes. */
  readonly code: string
  /** The rule that was broken, in words that hold nothing secret. */
  readonly rule: string
  /** For a wrong signature, when explanations are asked for. */
  readonly explanation?: Explanation | undefined
}

/**
 * Why a signature is wrong: what the server signs, and what the client seems to have signed. The signature that would
 * have been right is not in it, being as good as a key, and security tokens are hidden.
 */
export interface Explanation {
  readonly scheme: SchemeName
  readonly receivedSignature: string
  /** The names of the headers that the signature covers. */
  readonly signedHeaders: readonly string[]
  /** What the server signs. */
  readonly expectedStringToSign: string
  /** What the hash in the string to sign is of, in the schemes that have one. */
  readonly canonicalRequest?: string | undefined
  /** A known slip that makes the received signature right; absent where none does. */
  readonly hint?: string | undefined
  /** What the client signed, where a hint was found. */
  readonly receivedStringToSign?: string | undefined
  /** The canonical request of that, in the schemes that have one. */
  readonly receivedCanonicalRequest?: string | undefined
}

export function passed(accountId?: string): AuthPassed {
  return accountId === undefined ? { kind: 'passed' } : { kind: 'passed', accountId }
}

export function refused(code: string, rule: string, explanation?: Explanation): AuthRefused {
  return explanation === undefined ? { kind: 'refused', code, rule } : { kind: 'refused', code, rule, explanation }
}
