import { readCredentials } from '../../contracts/core/signing/credentials.ts'
import type { RunOptions } from '../../contracts/index.ts'
import { listSettings } from '../../contracts/settings/flags.ts'
import { readConfig } from '../../contracts/settings/read-config.ts'
import type { CommandSettings, SettingsInput } from '../../contracts/settings/settings.ts'

/** Joins the flags, the configuration file of a folder and the environment. Flags take precedence. */
export async function toRunOptions(
  apiId: string,
  { config: file, dryRun: _, verbose: __, ...flags }: CommandSettings,
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<RunOptions> {
  const input = await toCommandInput({ config: file, ...flags }, folder, env)
  return {
    cleanupLog: cleanupLogFolder,
    ...input,
    apiId,
    keepsTraffic: (input.report ?? input.emitTests ?? env.GITHUB_STEP_SUMMARY) !== undefined,
  }
}

/** The settings of the flags and the configuration file, with the credentials. */
export async function toCommandInput(
  { config: file, dryRun: _, verbose: __, ...flags }: CommandSettings,
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<SettingsInput & Pick<RunOptions, 'credentials'>> {
  return { ...merge(await readConfig(folder, file), flags), credentials: readCredentials(env) }
}

/** The folder of cleanup logs that `verify` and `cleanup` use by default. */
export const cleanupLogFolder = listSettings().find(({ path }) => path.join('.') === 'cleanupLog')?.commandDefault ?? ''

/** Records are merged key by key; every other value of a flag replaces the value of the file. */
function merge(config: SettingsInput, flags: SettingsInput): SettingsInput {
  return {
    ...config,
    ...flags,
    features: { ...config.features, ...flags.features },
    fixtures: { ...config.fixtures, ...flags.fixtures },
    headers: { ...config.headers, ...flags.headers },
  }
}
