import { suggest } from '../../schemas/core/lib/suggest.ts'
import type { AuthSettings } from './auth/settings.ts'
import type { EmulatorOptions } from './emulator-options.ts'
import type { RequestLogSettings } from './request-log/request-log.ts'

export const emulatorOptions: Readonly<Record<keyof EmulatorOptions, true>> = {
  mocks: true,
  clock: true,
  ids: true,
  random: true,
  deterministic: true,
  maxBodyBytes: true,
  checkResults: true,
  behaviour: true,
  seed: true,
  auth: true,
  authNow: true,
  onExplain: true,
  strict: true,
  defaultAccount: true,
  requestLog: true,
  mostSnapshots: true,
  controlToken: true,
  publicUrl: true,
  readYaml: true,
  readDocument: true,
  onRequest: true,
  onDefect: true,
}
const authSettings: Readonly<Record<keyof AuthSettings, true>> = {
  mode: true,
  credentials: true,
  tokens: true,
  explain: true,
}
const requestLogSettings: Readonly<Record<keyof RequestLogSettings, true>> = { entries: true, bodyBytes: true }

/** Throws a `TypeError` for an unknown option of an emulator, at every level. */
export function checkEmulatorOptions(options: EmulatorOptions): void {
  checkOptions(options, emulatorOptions, 'createEmulator')
  checkOptions(options.auth, authSettings, 'auth')
  checkOptions(options.requestLog, requestLogSettings, 'requestLog')
  const states = Object.fromEntries(options.mocks.map(({ state }) => [state.id, true as const]))
  checkOptions(options.behaviour, states, 'behaviour')
}

/**
 * Throws a `TypeError` for an unknown option, because an option that is misspelled would have no effect. `names` has
 * every option of the type.
 */
export function checkOptions<T extends object>(
  given: T | undefined,
  names: Readonly<Record<keyof T, true>>,
  place: string,
): void {
  if (given === undefined) return
  if (typeof given !== 'object' || given === null) throw new TypeError(`${place}: the options must be an object`)
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(names, name))
  if (unknown === undefined) return
  const known = Object.keys(names)
  const hint = suggest(unknown, known) || `; the options are ${known.join(', ')}`
  throw new TypeError(`${place}: unknown option ${JSON.stringify(unknown)}${hint}`)
}
