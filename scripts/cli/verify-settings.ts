import { fillPath } from '../../schemas/core/lib/path-template.ts'
import { findContract } from '../../contracts/apis.ts'
import { type ReadConfig, readConfig, readKnownFailures } from '../../contracts/settings/read-config.ts'
import { WrongUseError } from '../../contracts/core/exit-codes.ts'
import { toUnsupported } from '../../contracts/core/feature.ts'
import { withReferenceRun } from '../../contracts/core/reference/reference-checks.ts'
import { defaults, type Profile } from '../../contracts/settings/settings.ts'
import { readCredentials, toSecrets } from '../../contracts/core/signing/credentials.ts'
import { toSigning } from '../../contracts/core/signing/signer.ts'
import type { RunOptions } from '../../contracts/index.ts'
import type { Api } from '../../schemas/core/api.ts'

/** The flags of `verify`. Each wins over the same word of the configuration. */
export interface VerifyOptions {
  readonly url?: string
  readonly config?: string
  readonly operation?: string
  readonly grep?: string
  readonly replay?: string
  readonly shard?: string
  readonly seed?: string
  readonly timeout?: number
  readonly budget?: number
  readonly concurrency?: number
  readonly account?: string
  readonly region?: string
  readonly supported?: readonly string[]
  readonly unsupported?: readonly string[]
  readonly profile?: Profile
  readonly consistency?: number
  readonly allowUndocumented?: readonly string[]
  readonly namePrefix?: string
  readonly fixture?: readonly string[]
  /** Base URL of the model, or none at all; the emulator unless given. */
  readonly reference?: string | false
  readonly referenceRuns?: number
  readonly knownFailures?: string
  readonly report?: string
  readonly cleanupLog?: string
  readonly dryRun?: boolean
}

/** Where runs write down what they make, from the current folder. */
export const cleanupLogFolder = '.faas-contracts'

export interface VerifySettings {
  readonly run: RunOptions
  readonly profile: Profile
  /** Base URL of the model, or none at all; the emulator unless given. */
  readonly reference: string | false | undefined
  readonly authentication: string
  readonly unsupported: readonly string[]
  readonly secrets: readonly string[]
  readonly reportFolder: string | undefined
}

/** Joins flags, configuration and environment. Throws {@link WrongUseError} for what does not fit. */
export async function toVerifySettings(
  api: Api,
  options: VerifyOptions,
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<VerifySettings> {
  const config = await readConfig(folder, options.config)
  const credentials = readCredentials(env)
  const account = options.account ?? config.account
  const features = {
    ...((options.supported ?? config.features?.supported) && {
      supported: options.supported ?? config.features?.supported ?? [],
    }),
    unsupported: options.unsupported ?? config.features?.unsupported ?? [],
  }
  const run: RunOptions = {
    apiId: api.id,
    baseUrl: toUrl(api, options, config),
    ...defined({
      operation: options.operation,
      grep: options.grep,
      replay: options.replay,
      shard: options.shard,
      seed: options.seed ?? config.seed,
      timeoutMs: options.timeout ?? config.timeoutMs,
      budgetMs: options.budget ?? config.budgetMs,
      concurrency: options.concurrency ?? config.concurrency,
      namePrefix: options.namePrefix ?? config.namePrefix,
      profile: options.profile ?? config.profile,
      consistencyMs: options.consistency ?? config.consistencyMs,
      allowUndocumented: options.allowUndocumented ?? config.allowUndocumented,
      referenceRuns: options.referenceRuns ?? config.referenceRuns,
      keepsTraffic: (options.report ?? config.report ?? env.GITHUB_STEP_SUMMARY) !== undefined,
      setup: config.setup,
      teardown: config.teardown,
      commandTimeoutMs: config.commandTimeoutMs,
      credentials,
      account,
    }),
    features,
    fixtures: { ...config.fixtures, ...readFixtureFlags(options.fixture) },
    knownFailures:
      options.knownFailures === undefined ? config.knownFailures : await readKnownFailures(options.knownFailures),
    cleanupLogFolder: options.cleanupLog ?? config.cleanupLog ?? cleanupLogFolder,
  }
  return {
    run,
    profile: options.profile ?? config.profile ?? defaults.profile,
    authentication: toSigning(api.dialect, credentials, account).name,
    reference: options.reference ?? config.reference,
    // The reference run is a feature, too.
    unsupported: toUnsupported(withReferenceRun(findContract(api.id), {}), features),
    secrets: toSecrets(credentials),
    reportFolder: options.report ?? config.report,
  }
}

/** The flags that a repetition of the run needs; those that choose files stay as they were given. */
export function toFlagWords(options: VerifyOptions): readonly string[] {
  const words: Readonly<Record<string, unknown>> = {
    '--config': options.config,
    '--operation': options.operation,
    '--grep': options.grep,
    '--replay': options.replay,
    '--shard': options.shard,
    '--account': options.account,
    '--region': options.region,
    '--supported': options.supported?.join(','),
    '--unsupported': options.unsupported?.join(','),
    '--profile': options.profile,
    '--consistency': options.consistency,
    '--allow-undocumented': options.allowUndocumented?.join(','),
    '--name-prefix': options.namePrefix,
    '--reference': options.reference === false ? undefined : options.reference,
    '--reference-runs': options.referenceRuns,
    '--known-failures': options.knownFailures,
  }
  const fixtures = (options.fixture ?? []).flatMap((fixture) => ['--fixture', fixture])
  const others = Object.entries(words).flatMap(([flag, value]) => (value === undefined ? [] : [flag, String(value)]))
  return [...others, ...(options.reference === false ? ['--no-reference'] : []), ...fixtures]
}

function toUrl({ dialect }: Api, { url, ...options }: VerifyOptions, config: ReadConfig): string {
  const given = url ?? config.url
  if (given !== undefined) return given
  const account = options.account ?? config.account
  const region = options.region ?? config.region
  if (region === undefined)
    throw new WrongUseError(
      "say where the implementation listens: --url, or 'url' in the configuration, or --account and --region",
    )
  const values: Readonly<Record<string, string | undefined>> = { accountId: account, region }
  return fillPath(dialect.server.url, (name) => {
    const value = values[name]
    if (value === undefined)
      throw new WrongUseError(
        `the vendor's address needs ${name === 'accountId' ? 'an account' : name}: --${name === 'accountId' ? 'account' : name}, or in the configuration`,
      )
    return value
  })
}

/** `name=value`; a name that is given again has several values. */
function readFixtureFlags(flags: readonly string[] = []): Readonly<Record<string, readonly string[]>> {
  const fixtures: Record<string, readonly string[]> = {}
  for (const flag of flags) {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(flag) ?? []
    if (name === undefined || value === undefined) {
      throw new WrongUseError(`a fixture is like --fixture name=value, not ${JSON.stringify(flag)}`)
    }
    fixtures[name] = [...(fixtures[name] ?? []), value]
  }
  return fixtures
}

/** Without what is not said. */
function defined<T extends object>(values: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  // What is left out is what was undefined.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
