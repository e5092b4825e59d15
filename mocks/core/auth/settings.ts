/**
 * How credentials are checked. `off`: they are not checked. `present`: well-formed credentials of a scheme that the API
 * accepts, with any values. `verify`: known credentials and a valid signature of the request.
 */
export type AuthMode = 'off' | 'present' | 'verify'

/** An access key. It has all permissions. */
export interface Credential {
  readonly id: string
  readonly secret: string
  /** For temporary keys: the token that must accompany the key. */
  readonly securityToken?: string | undefined
  /** The Alibaba account or the Huawei project of the key. Default: any. */
  readonly accountId?: string | undefined
}

/** A user token of IAM, for `X-Auth-Token`. */
export interface UserToken {
  readonly token: string
  /** The project of the token. Default: any. */
  readonly accountId?: string | undefined
}

/** How credentials are checked, and which are valid. */
export interface AuthSettings {
  readonly mode: AuthMode
  readonly credentials?: readonly Credential[] | undefined
  readonly tokens?: readonly UserToken[] | undefined
  /** Whether wrong signatures are explained. The explanation contains no secret, but it shows parts of the request. */
  readonly explain?: boolean | undefined
}
