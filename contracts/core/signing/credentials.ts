import { WrongUseError } from '../exit-codes.ts'

/** Who the suite calls as. */
export interface Credentials {
  readonly accessKeyId?: string
  readonly accessKeySecret?: string
  /** The token of temporary keys, beside keys; the user token, without any. */
  readonly token?: string
}

/** Where credentials are read from; a command line would leave them in its history. */
export const credentialVariables = {
  accessKeyId: 'FAAS_CONTRACTS_ACCESS_KEY_ID',
  accessKeySecret: 'FAAS_CONTRACTS_ACCESS_KEY_SECRET',
  token: 'FAAS_CONTRACTS_TOKEN',
} as const

/** Reads credentials from the environment; nothing where there are none. Throws {@link WrongUseError} for half a pair. */
export function readCredentials(env: Readonly<Record<string, string | undefined>>): Credentials | undefined {
  const read = (name: keyof typeof credentialVariables) => env[credentialVariables[name]]?.trim() || undefined
  const accessKeyId = read('accessKeyId')
  const accessKeySecret = read('accessKeySecret')
  const token = read('token')
  if ((accessKeyId === undefined) !== (accessKeySecret === undefined)) {
    const { accessKeyId: id, accessKeySecret: secret } = credentialVariables
    throw new WrongUseError(`${id} and ${secret} go together: only ${accessKeyId === undefined ? secret : id} is set`)
  }
  if (accessKeyId === undefined && token === undefined) return undefined
  return { ...(accessKeyId && { accessKeyId, accessKeySecret }), ...(token && { token }) }
}

/** Every text of the credentials that must not be shown. */
export function toSecrets(credentials: Credentials | undefined): readonly string[] {
  return Object.values(credentials ?? {}).filter((text): text is string => typeof text === 'string')
}
