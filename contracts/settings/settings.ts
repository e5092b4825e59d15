import { z } from 'zod'

/** How a setting appears on the command line and in the reference page. */
export interface SettingMeta {
  readonly group: 'Target' | 'Selection' | 'Run' | 'Requirements' | 'Fixtures' | 'Reference run' | 'Results'
  readonly help: string
  /** The flag: `--url`. Without one, only the configuration file and the library have the setting. */
  readonly flag?: string
  /** Name of the flag's value in the help: `base`. */
  readonly value?: string
  /** The flag that sets the value to `false`, with its help. */
  readonly negation?: { readonly flag: string; readonly help: string }
  /** What the command uses if neither the flag nor the file has a value; the library has no such default. */
  readonly commandDefault?: string
  /** Whether the flag may be repeated for several values. Lists and records always may. */
  readonly isRepeatable?: true
  /** Whether a command that repeats the run must have this flag, too. */
  readonly inReplay: boolean
}

/** The metadata of every setting. Keys are the schemas in the models below. */
export const settingMeta = z.registry<SettingMeta>()

function setting<T extends z.ZodType>(schema: T, meta: SettingMeta): T {
  const described = schema.describe(meta.help)
  settingMeta.add(described, meta)
  return described
}

function wholeNumber(min: number, max = Number.MAX_SAFE_INTEGER) {
  const range = max === Number.MAX_SAFE_INTEGER ? `${min} or more` : `from ${min} to ${max}`
  const error = `must be a whole number, ${range}`
  return z.int(error).min(min, error).max(max, error)
}

const text = z.string('must be a text').min(1, 'must not be empty')
const texts = z.array(text, 'must be a list of texts').readonly()
const textOrTexts = z.union([text, texts], 'must be a text or a list of texts')

const KnownFailureModel = z.strictObject({
  check: text.describe('Id of the check: `CreateFunction › duplicate-name-is-rejected`.'),
  reason: z
    .string('must be a text')
    .trim()
    .min(1, 'must not be empty')
    .describe('Why the failure is accepted for now.'),
})

/** The content of a file of known failures. */
export const KnownFailuresModel = z.array(KnownFailureModel).readonly()

/** Settings of the configuration file. Most have a flag, too; the flag takes precedence. */
const fileSettings = {
  url: setting(z.string('must be a text').optional(), {
    group: 'Target',
    flag: '--url',
    value: 'base',
    help: 'base URL of the implementation, without the base path of the API',
    inReplay: false, // every replay command has the URL of the run
  }),
  account: setting(text.optional(), {
    group: 'Target',
    flag: '--account',
    value: 'id',
    help: 'account or project of the requests',
    inReplay: true,
  }),
  region: setting(text.optional(), {
    group: 'Target',
    flag: '--region',
    value: 'id',
    help: "region of the vendor's own address; without a URL, account and region determine the address",
    inReplay: true,
  }),
  headers: setting(
    z
      .record(
        z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/, 'must be the name of a header'),
        z.string('must be a text').regex(/^[\t\x20-\x7e\x80-\xff]*$/, 'must be the value of a header'),
      )
      .default({}),
    {
      group: 'Target',
      flag: '--header',
      value: 'name: value',
      help: 'header to add to every request, for example for a gateway; repeat the flag for several; reports mask the value',
      inReplay: true,
    },
  ),
  ca: setting(text.optional(), {
    group: 'Target',
    flag: '--ca',
    value: 'file',
    help: 'file with the certificates of a private authority that signed the certificate of the target, in PEM',
    inReplay: true,
  }),
  requestsPerSecond: setting(
    z.number('must be a number').gt(0, 'must be greater than 0').max(10_000, 'must be at most 10000').optional(),
    {
      group: 'Run',
      flag: '--requests-per-second',
      value: 'number',
      help: 'highest number of requests per second; the default is no limit, but the run pauses if the target throttles',
      inReplay: false,
    },
  ),
  timeoutMs: setting(wholeNumber(1).default(10_000), {
    group: 'Run',
    flag: '--timeout',
    value: 'ms',
    help: 'longest time to wait for one response, in milliseconds',
    inReplay: false,
  }),
  // Enough for a server on another continent, and short enough for a CI job.
  budgetMs: setting(wholeNumber(1).default(300_000), {
    group: 'Run',
    flag: '--budget',
    value: 'ms',
    help: 'longest time for all checks together, in milliseconds',
    inReplay: false,
  }),
  // Checks share nothing. Four hide the latency of the network; more load a small server without being faster.
  concurrency: setting(wholeNumber(1, 64).default(8), {
    group: 'Run',
    flag: '--concurrency',
    value: 'number',
    help: 'number of checks that run at the same time; use 1 for a fragile server',
    inReplay: false,
  }),
  seed: setting(text.default('faas-contracts'), {
    group: 'Run',
    flag: '--seed',
    value: 'text',
    help: 'seed of all generated values; a check gets the same values in every run with this seed, whatever else runs',
    inReplay: false, // every replay command has the seed of the run
  }),
  namePrefix: setting(
    z
      .string('must be a text')
      .regex(/^[a-z][a-z0-9-]{0,15}$/, 'must be a lower-case letter, then at most 15 letters, digits and hyphens')
      .default('fct'),
    {
      group: 'Run',
      flag: '--name-prefix',
      value: 'text',
      help: 'first part of the name of every resource that a check creates',
      inReplay: true,
    },
  ),
  consistencyMs: setting(wholeNumber(0, 60_000).default(0), {
    group: 'Run',
    flag: '--consistency',
    value: 'ms',
    help: 'longest time until every read returns the data of a write, in milliseconds; checks that fail because of old data are retried',
    inReplay: true,
  }),
  profile: setting(z.enum(['documented', 'observed'], 'must be "documented" or "observed"').default('observed'), {
    group: 'Requirements',
    flag: '--profile',
    value: 'profile',
    help: "documented: enforce only the governing source; observed: also enforce what the vendor's SDKs depend on",
    inReplay: true,
  }),
  features: z
    .strictObject({
      supported: setting(texts.optional(), {
        group: 'Requirements',
        flag: '--supported',
        value: 'features',
        help: 'the target supports these features and no others, separated by commas',
        inReplay: true,
      }),
      unsupported: setting(texts.default([]), {
        group: 'Requirements',
        flag: '--unsupported',
        value: 'features',
        help: 'features or operations that the target does not support, separated by commas; checks that need them are skipped',
        inReplay: true,
      }),
    })
    .prefault({}),
  allowUndocumented: setting(texts.default([]), {
    group: 'Requirements',
    flag: '--allow-undocumented',
    value: 'places',
    help: 'where responses may have undocumented properties: GetFunction or GetFunction#/layers, separated by commas',
    inReplay: true,
  }),
  fixtures: setting(
    z.record(z.string(), z.union([z.string(), z.array(z.string()).readonly()], 'must be a text or a list')).default({}),
    {
      group: 'Fixtures',
      flag: '--fixture',
      value: 'name=value',
      help: 'resource or value that the checks need and cannot create; repeat the flag for several',
      inReplay: true,
    },
  ),
  setup: setting(text.optional(), {
    group: 'Fixtures',
    help: 'shell command that runs once before the checks; its last line may be {"fixtures":{…}}',
    inReplay: false,
  }),
  teardown: setting(text.optional(), {
    group: 'Fixtures',
    help: 'shell command that runs once after the checks; its input is a JSON object with fixtures and leftBehind',
    inReplay: false,
  }),
  commandTimeoutMs: setting(wholeNumber(1).default(60_000), {
    group: 'Fixtures',
    help: 'longest time for each of the two commands, in milliseconds',
    inReplay: false,
  }),
  reference: setting(z.union([text, z.literal(false)], 'must be a URL or false').optional(), {
    group: 'Reference run',
    flag: '--reference',
    value: 'base',
    help: 'base URL of the server that random sequences of calls are compared with',
    negation: { flag: '--no-reference', help: 'skip the reference run' },
    commandDefault: 'the emulator of this package',
    inReplay: true,
  }),
  referenceRuns: setting(wholeNumber(0).default(20), {
    group: 'Reference run',
    flag: '--reference-runs',
    value: 'number',
    help: 'number of random sequences of calls',
    inReplay: true,
  }),
  knownFailures: setting(z.union([text, KnownFailuresModel], 'must be the path of a file, or a list').default([]), {
    group: 'Results',
    flag: '--known-failures',
    value: 'file',
    help: 'JSON file with violations that are accepted for now: a list of { check, reason }; the configuration may contain the list itself',
    inReplay: true,
  }),
  report: setting(text.optional(), {
    group: 'Results',
    flag: '--report',
    value: 'folder',
    help: 'write report.json, report.html, junit.xml, run.har, results.sarif, badge.json and summary.md to this folder',
    inReplay: false,
  }),
  emitTests: setting(text.optional(), {
    group: 'Results',
    flag: '--emit-tests',
    value: 'folder',
    help: 'write each failed check as a test of node:test to this folder, which must be empty or have only files of earlier runs',
    inReplay: false,
  }),
  cleanupLog: setting(text.optional(), {
    group: 'Results',
    flag: '--cleanup-log',
    value: 'folder',
    help: 'folder of the cleanup log, which lists what the run creates',
    commandDefault: '.faas-contracts',
    inReplay: false,
  }),
}

/** Settings of one run, which the configuration file does not have. */
const selectionSettings = {
  operation: setting(textOrTexts.optional(), {
    group: 'Selection',
    flag: '--operation',
    value: 'id',
    help: 'run only the checks of this operation, which also call other operations, for example as set-up; repeat the flag for several',
    isRepeatable: true,
    inReplay: true,
  }),
  grep: setting(textOrTexts.optional(), {
    group: 'Selection',
    flag: '--grep',
    value: 'text',
    help: 'run only the checks whose id or clause contains this text; case does not matter, and a hyphen equals a space; repeat the flag for several',
    isRepeatable: true,
    inReplay: true,
  }),
  level: setting(z.enum(['core', 'extended'], 'must be "core" or "extended"').optional(), {
    group: 'Selection',
    flag: '--level',
    value: 'level',
    help: 'core: run only checks of documented rules; extended: run only checks of rules that a source implies or that clients depend on',
    inReplay: true,
  }),
  replay: setting(textOrTexts.optional(), {
    group: 'Selection',
    flag: '--replay',
    value: 'check',
    help: 'run only the check with this id; repeat the flag for several',
    isRepeatable: true,
    inReplay: true,
  }),
  shard: setting(text.optional(), {
    group: 'Selection',
    flag: '--shard',
    value: 'i/n',
    help: 'run only part i of n; faas-contracts merge joins the reports',
    inReplay: true,
  }),
}

/** Flags of the command that the library does not have. */
const commandSettings = {
  config: setting(text.optional(), {
    group: 'Target',
    flag: '--config',
    value: 'file',
    help: 'configuration file',
    commandDefault: 'faas-contracts.config.ts or .json in the current folder',
    inReplay: true,
  }),
  verbose: setting(z.boolean().optional(), {
    group: 'Results',
    flag: '--verbose',
    help: 'print everything: each cause, skipped check and known failure, instead of at most one screen',
    inReplay: false,
  }),
  dryRun: setting(z.boolean().optional(), {
    group: 'Selection',
    flag: '--dry-run',
    help: 'print the checks that would run, and send nothing',
    inReplay: false,
  }),
}

/** The configuration file. Credentials are not part of it: they come from the environment. */
export const ConfigModel = z.strictObject({
  $schema: z.string().optional().describe('URL or path of this schema, for editors.'),
  ...fileSettings,
})

/** Every setting of a run. */
export const SettingsModel = z.strictObject({ ...fileSettings, ...selectionSettings })

/** Every setting of `verify`. */
export const CommandModel = z.strictObject({ ...fileSettings, ...selectionSettings, ...commandSettings })

/** The value of `faas-contracts.config.ts` or `.json`. */
export type Config = z.input<typeof ConfigModel>
/** Settings as a caller gives them: all are optional. */
export type SettingsInput = z.input<typeof SettingsModel>
/** Settings with their defaults. */
export type Settings = z.output<typeof SettingsModel>
export type CommandSettings = z.input<typeof CommandModel>

/**
 * `documented` enforces only the governing source. `observed` also enforces what the vendor's SDKs depend on.
 */
export type Profile = Settings['profile']

/** The settings of a run for which the caller gives none. */
export const defaults: Settings = SettingsModel.parse({})

/** Returns a configuration unchanged, with its type: `export default defineConfig({ url: 'http://127.0.0.1:4010' })`. */
export function defineConfig(config: Config): Config {
  return config
}
