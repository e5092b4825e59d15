import { WrongUseError } from '../../contracts/core/exit-codes.ts'
import type { AuthSettings, Credential } from '../../mocks/core/auth/settings.ts'
import { controlTokenRule, isControlToken } from '../../mocks/core/control/control-request.ts'
import { readPublicUrl } from '../../mocks/core/public-url.ts'

/** The flags of `mock`, as the command line gives them. */
export interface MockFlags {
  readonly port: number
  readonly host: string
  readonly engine: 'emulator' | 'prism'
  readonly cert?: string
  readonly key?: string
  readonly auth?: 'off' | 'present' | 'verify'
  readonly credentials?: readonly string[]
  readonly token?: readonly string[]
  readonly explainAuth?: boolean
  readonly strict?: boolean
  readonly deterministic?: string
  readonly state?: string
  readonly seedFile?: string
  readonly controlToken?: string
  readonly publicUrl?: string
  readonly quiet?: boolean
  readonly verbose?: boolean
  readonly log?: 'text' | 'json'
}

/** Environment variables with an access key. Unlike flags, they do not appear in the list of processes. */
export const keyVariables = { id: 'FAAS_CONTRACTS_ACCESS_KEY_ID', secret: 'FAAS_CONTRACTS_ACCESS_KEY_SECRET' } as const

type Environment = Readonly<Record<string, string | undefined>>

/** Throws {@link WrongUseError} for flags that exclude each other, and for flags that need another flag. */
export function checkFlags(flags: MockFlags): void {
  for (const name of Object.keys(flags) as (keyof MockFlags)[]) {
    if (flags.engine === 'prism' && !prismFlags.includes(name))
      throw new WrongUseError(`${toFlag(name)} needs --engine emulator; Prism only serves examples`)
    if (verifyFlags.includes(name) && flags.auth !== 'verify')
      throw new WrongUseError(`${toFlag(name)} needs --auth verify`)
    if (flags[name] === '') throw new WrongUseError(`${toFlag(name)} must not be empty`)
  }
  if (flags.controlToken !== undefined && !isControlToken(flags.controlToken))
    throw new WrongUseError(`--control-token: ${controlTokenRule}`)
  if (flags.publicUrl !== undefined) checkPublicUrl(flags.publicUrl)
  if ((flags.cert === undefined) !== (flags.key === undefined))
    throw new WrongUseError('--cert and --key must be used together')
  if (flags.log === 'json' && (flags.quiet || flags.verbose)) {
    throw new WrongUseError('--log json excludes --quiet and --verbose; its lines have the rule')
  }
  if (flags.quiet && flags.verbose) throw new WrongUseError('--quiet and --verbose exclude each other; remove one')
}

function checkPublicUrl(text: string): void {
  try {
    readPublicUrl(text)
  } catch {
    throw new WrongUseError('--public-url must be an http or https URL without credentials, query and fragment')
  }
}

const prismFlags: readonly (keyof MockFlags)[] = ['port', 'host', 'engine']
const verifyFlags: readonly (keyof MockFlags)[] = ['credentials', 'token', 'explainAuth']

/** `explainAuth` as it is typed: `--explain-auth`. */
function toFlag(name: string): string {
  return `--${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`
}

/** The authentication settings. Throws {@link WrongUseError}; the messages contain no secret. */
export function toAuth(flags: MockFlags, environment: Environment): AuthSettings {
  const { auth: mode = 'off', credentials = [], token = [], explainAuth = false } = flags
  if (mode !== 'verify') return { mode }
  const keys = [...credentials.map(toCredential), ...fromEnvironment(environment)]
  if (keys.length === 0 && token.length === 0) {
    const { id, secret } = keyVariables
    throw new WrongUseError(`--auth verify needs --credentials or --token, or ${id} and ${secret} in the environment`)
  }
  if (token.includes('')) throw new WrongUseError('--token must not be empty')
  return { mode, credentials: keys, tokens: token.map((text) => ({ token: text })), explain: explainAuth }
}

function toCredential(text: string): Credential {
  const [, id, secret] = /^([^:]+):(.+)$/.exec(text) ?? []
  if (id === undefined || secret === undefined) throw new WrongUseError('--credentials must have the form id:secret')
  return { id, secret }
}

function fromEnvironment(environment: Environment): Credential[] {
  const [id, secret] = [environment[keyVariables.id], environment[keyVariables.secret]]
  if (!id && !secret) return []
  const missing = id ? keyVariables.secret : keyVariables.id
  if (!id || !secret) throw new WrongUseError(`${missing} is missing in the environment; set both variables, or none`)
  return [{ id, secret }]
}
