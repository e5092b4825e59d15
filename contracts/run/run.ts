import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { createVitest, type Reporter } from 'vitest/node'
import { toLinkedSources } from '../../schemas/core/clause-links.ts'
import { findContract } from '../apis.ts'
import { cleanUp } from './clean-up.ts'
import { type FeatureClaims, toFeatureList, toUnsupported } from '../core/feature.ts'
import { checkFixtures, toFixtures } from '../core/fixtures/fixtures.ts'
import { judgeKnownFailures, type KnownFailure } from '../core/report/known-failures.ts'
import { findCleanupLog } from '../core/cleanup/cleanup-log-file.ts'
import { checkReference, toReferenceRunId, withReferenceRun } from '../core/reference/reference-checks.ts'
import { toRunId } from '../core/names.ts'
import { openTarget } from '../core/http/open-target.ts'
import type { Outcome } from '../core/report/outcome.ts'
import { type Selection, selectChecks } from './select.ts'
import { defaults, type RunChoices, type RunSettings } from '../settings/settings.ts'
import { checkAllowUndocumented } from '../core/assertions/undocumented-properties.ts'
import './vitest-context.ts'
import { toVerdict, type Verdict } from '../core/report/verdict.ts'
import { type Commands, prepare, tearDown } from './preparation.ts'

export interface RunOptions extends RunChoices, Commands {
  readonly apiId: string
  /** Where the implementation listens: `http://127.0.0.1:4010`. */
  readonly baseUrl: string
  readonly features?: FeatureClaims
  /** Violations that are known and accepted for now. */
  readonly knownFailures?: readonly KnownFailure[]
  /** Ends the run early; what it made is removed all the same. */
  readonly signal?: AbortSignal
  /** Hears every outcome as it comes, and how many checks there are in all. */
  readonly onProgress?: (outcome: Outcome, total: number) => void
}

/**
 * Verifies an implementation: runs the checks of an API with vitest and responses what they found. Throws
 * `WrongUseError` for an unknown API, an unusable base URL, or a selection that fits nothing.
 */
export async function runContract(options: RunOptions): Promise<Verdict> {
  const { apiId, baseUrl, credentials, account, cleanupLogFolder, reference, referenceRuns } = options
  const contract = withReferenceRun(findContract(apiId), options)
  openTarget(contract, options).close()
  checkReference(contract, baseUrl, reference)
  const fixtures = toFixtures(options.fixtures ?? {})
  checkFixtures(contract, fixtures, options.setup === undefined)
  const selection = toSelection(options)
  const total = selectChecks(contract, selection).length
  const asked: RunSettings = {
    apiId,
    baseUrl,
    seed: options.seed ?? defaults.seed,
    runId: toRunId(),
    timeoutMs: options.timeoutMs ?? defaults.timeoutMs,
    budgetMs: options.budgetMs ?? defaults.budgetMs,
    concurrency: options.concurrency ?? defaults.concurrency,
    namePrefix: options.namePrefix ?? defaults.namePrefix,
    unsupported: toUnsupported(contract, options.features ?? {}),
    claimed: toFeatureList(contract, options.features?.supported ?? []),
    profile: options.profile ?? defaults.profile,
    consistencyMs: options.consistencyMs ?? defaults.consistencyMs,
    keepsTraffic: options.keepsTraffic ?? true,
    allowUndocumented: checkAllowUndocumented(contract.api, options.allowUndocumented ?? []),
    fixtures,
    ...(credentials && { credentials }),
    ...(account !== undefined && { account }),
    ...(reference !== undefined && { reference }),
    ...(referenceRuns !== undefined && { referenceRuns }),
    ...(cleanupLogFolder !== undefined && { cleanupLogFolder }),
    ...(options.keepsReferenceLog !== undefined && { keepsReferenceLog: options.keepsReferenceLog }),
    ...selection,
  }
  const start = performance.now()
  const preparation = await prepare(contract, asked, options, options.signal)
  const isPrepared = 'fixtures' in preparation
  const settings: RunSettings = isPrepared ? { ...asked, fixtures: preparation.fixtures } : asked
  const { outcomes, reason } = isPrepared
    ? await runVitest(settings, total, (outcome) => options.onProgress?.(outcome, total), options.signal)
    : { outcomes: [], reason: preparation.failure }
  const { runId, seed } = settings
  const durationMs = Math.round(performance.now() - start)
  const torn = await tearDown(settings, options, findLeft(settings))
  const leftBehind = await finishCleanUp(settings)
  const known = judgeKnownFailures(options.knownFailures ?? [], contract.checks, outcomes)
  const verdict = toVerdict(
    { api: apiId, sources: toLinkedSources(contract.api), baseUrl, runId, seed, durationMs },
    outcomes,
    reason,
    known,
  )
  return { ...verdict, leftBehind: [...new Set([...(leftBehind ?? verdict.leftBehind), ...torn])] }
}

/** What the run made and has not removed so far, as far as it is written down. */
function findLeft({ cleanupLogFolder, runId }: RunSettings): readonly object[] {
  return cleanupLogFolder === undefined ? [] : (findCleanupLog(cleanupLogFolder, runId)?.left ?? [])
}

function toSelection({ operation, grep, level, replay, shard }: Selection): Selection {
  return {
    ...(operation && { operation }),
    ...(grep && { grep }),
    ...(level && { level }),
    ...(replay && { replay }),
    ...(shard && { shard }),
  }
}

/** What the checks could not remove, or had no time to, is tried once more; returns what is still there. */
async function finishCleanUp(settings: RunSettings): Promise<readonly string[] | undefined> {
  const { cleanupLogFolder: folder, runId, credentials, account, timeoutMs } = settings
  if (folder === undefined) return undefined
  const access = { timeoutMs, ...(credentials && { credentials }), ...(account !== undefined && { account }) }
  const finish = async (id: string) => {
    const cleanupLog = findCleanupLog(folder, id)
    return cleanupLog && (await cleanUp(cleanupLog, { folder, ...access }))
  }
  const ofTarget = await finish(runId)
  const ofReference = await finish(toReferenceRunId(runId))
  if (!ofTarget && !ofReference) return undefined
  return [...(ofTarget ?? []), ...(ofReference ?? []).map((what) => `${what} on the model ${settings.reference}`)]
}

interface Found {
  readonly outcomes: readonly Outcome[]
  /** Why not every check came to an outcome. */
  readonly reason?: string
}

async function runVitest(
  settings: RunSettings,
  total: number,
  onOutcome: (outcome: Outcome) => void,
  signal: AbortSignal | undefined,
): Promise<Found> {
  const outcomes: Outcome[] = []
  const errors: string[] = []
  const reporter: Reporter = {
    onTestCaseResult(testCase) {
      const outcome = testCase.meta().faasContractsOutcome
      if (!outcome) return
      outcomes.push(outcome)
      onOutcome(outcome)
    },
    onTestRunEnd(modules, unhandled) {
      errors.push(...[...unhandled, ...modules.flatMap((module) => module.errors())].map(({ message }) => message))
    },
  }
  const restore = rememberProcess()
  const cacheDir = await mkdtemp(join(tmpdir(), 'faas-contracts-'))
  try {
    await runFile(settings, reporter, cacheDir, signal)
  } catch (error) {
    // What was lent is given back and torn down all the same.
    errors.push(error instanceof Error ? error.message : String(error))
  } finally {
    restore()
    await rm(cacheDir, { recursive: true, force: true })
  }
  const missing = total - outcomes.length
  if (errors.length === 0 && missing === 0) return { outcomes }
  if (signal?.aborted) return { outcomes, reason: `interrupted: ${missing} of ${total} checks were not run` }
  const lost = missing > 0 ? [`${missing} of ${total} checks came to no outcome`] : []
  return { outcomes, reason: [...lost, ...errors].join(': ') }
}

/** Nothing of the user's own project takes part: no configuration file, no globs, no cache, no output. */
async function runFile(
  settings: RunSettings,
  reporter: Reporter,
  cacheDir: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const root = fileURLToPath(new URL('.', import.meta.url))
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() })
  const heard = new Set([...process.listeners('SIGINT'), ...process.listeners('SIGTERM')])
  const vitest = await createVitest(
    {
      config: false,
      root,
      watch: false,
      reporters: [reporter],
      cache: false,
      provide: { faasContracts: settings },
      pool: 'threads',
      isolate: false,
      maxConcurrency: settings.concurrency,
      // Node runs these files as they are, in the repository and in node_modules.
      experimental: { viteModuleRunner: false, nodeLoader: false },
    },
    { envDir: false, cacheDir },
    { stdout: silence, stderr: silence },
  )
  const cancel = () => void vitest.cancelCurrentRun('keyboard-input')
  // vitest ends the process on these, also while it runs; how a run is interrupted is its caller's choice.
  const mute = () => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) {
      for (const listener of process.listeners(name)) if (!heard.has(listener)) process.removeListener(name, listener)
    }
  }
  mute()
  const muting = setInterval(mute, 20)
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    // The repository has .ts files, the package .js ones.
    const file = join(root, `verify.suite${extname(import.meta.url)}`)
    if (!signal?.aborted) await vitest.runTestSpecifications([vitest.getRootProject().createSpecification(file)])
  } finally {
    clearInterval(muting)
    signal?.removeEventListener('abort', cancel)
    await vitest.close()
  }
}

/** vitest sets the exit code and marks in the environment; the caller's process is not a test run. */
function rememberProcess(): () => void {
  const { exitCode } = process
  const names = ['TEST', 'VITEST', 'NODE_ENV', 'VITEST_MODE', 'DEV', 'PROD'] as const
  const before = names.map((name) => [name, process.env[name]] as const)
  return () => {
    process.exitCode = exitCode
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}
