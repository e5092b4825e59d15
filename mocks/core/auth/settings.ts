import type { AuthProfile } from './profile.ts'

/**
 * How much is asked of a request. `off`: nothing. `present`: credentials of a scheme that the API takes, in the right
 * form, whatever they are. `verify`: credentials that are known, and a signature over exactly what was sent.
 */
export type AuthMode = 'off' | 'present' | 'verify'

/** An access key. The mock asks for nothing else: there are no policies. */
export interface Credential {
  readonly id: string
  readonly secret: string
  /** Set for temporary keys: the token that must go with the key. */
  readonly securityToken?: string | undefined
  /** The Alibaba account or the Huawei project that the key is for; any unless given. */
  readonly accountId?: string | undefined
}

/** A user token of IAM, for `X-Auth-Token`. */
export interface UserToken {
  readonly token: string
  /** The project that the token is for; any unless given. */
  readonly accountId?: string | undefined
}

/** What the user of the mock decides. */
export interface AuthSettings {
  readonly mode: AuthMode
  readonly credentials?: readonly Credential[] | undefined
  readonly tokens?: readonly UserToken[] | undefined
  /** Whether a wrong signature is explained; the explanation holds no secret, yet shows what the client sent. */
  readonly explain?: boolean | undefined
}

export interface AuthOptions extends AuthSettings {
  readonly profile: AuthProfile
  /** Milliseconds since 1970, UTC: what the date of a request is compared with. */
  readonly now: number
}
