import { WrongUseError } from '../exit-codes.ts'

/** The credentials of the suite. */
export interface Credentials {
  readonly accessKeyId?: string
  readonly accessKeySecret?: string
  /** With an access key: the token of temporary keys. Without one: the user token. */
  readonly token?: string
}

/** Environment variables with the credentials. Flags would appear in the shell history. */
export const credentialVariables = {
  accessKeyId: 'FAAS_CONTRACTS_ACCESS_KEY_ID',
  accessKeySecret: 'FAAS_CONTRACTS_ACCESS_KEY_SECRET',
  token: 'FAAS_CONTRACTS_TOKEN',
} as const

/**
 * Reads credentials from the environment. Undefined if no variable is set. Throws {@link WrongUseError} for half an
 * access key.
 */
export function readCredentials(env: Readonly<Record<string, string | undefined>>): Credentials | undefined {
  const read = (name: keyof typeof credentialVariables) => env[credentialVariables[name]]?.trim() || undefined
  const accessKeyId = read('accessKeyId')
  const accessKeySecret = read('accessKeySecret')
  const token = read('token')
  if ((accessKeyId === undefined) !== (accessKeySecret === undefined)) {
    const { accessKeyId: id, accessKeySecret: secret } = credentialVariables
    throw new WrongUseError(
      `${id} and ${secret} must be set together; only ${accessKeyId === undefined ? secret : id} is set`,
    )
  }
  if (accessKeyId === undefined && token === undefined) return undefined
  return { ...(accessKeyId && { accessKeyId, accessKeySecret }), ...(token && { token }) }
}

/** Every secret text of the credentials. */
export function toSecrets(credentials: Credentials | undefined): readonly string[] {
  return Object.values(credentials ?? {}).filter((text): text is string => typeof text === 'string')
}
