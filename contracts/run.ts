import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { createVitest, type Reporter } from 'vitest/node'
import { findContract } from './apis.ts'
import { toRunId } from './core/names.ts'
import type { Outcome } from './core/outcome.ts'
import { type Selection, selectChecks } from './core/select.ts'
import { defaults, type RunSettings } from './core/settings.ts'
import { createTarget } from './core/target.ts'
import './core/vitest-context.ts'
import { toVerdict, type Verdict } from './core/verdict.ts'

export interface RunOptions extends Selection {
  readonly apiId: string
  /** Where the implementation listens: `http://127.0.0.1:4010`. */
  readonly baseUrl: string
  readonly seed?: string
  /** Longest wait for one answer, in milliseconds. Default 10,000. */
  readonly timeoutMs?: number
  /** Longest time for all checks, in milliseconds. Default 300,000. */
  readonly budgetMs?: number
  /** Hears every outcome as it comes, and how many checks there are in all. */
  readonly onProgress?: (outcome: Outcome, total: number) => void
}

/**
 * Verifies an implementation: runs the checks of an API with vitest and answers what they found. Throws
 * `WrongUseError` for an unknown API, an unusable base URL, or a selection that fits nothing.
 */
export async function runContract(options: RunOptions): Promise<Verdict> {
  const { apiId, baseUrl, operation, grep, level } = options
  const contract = findContract(apiId)
  createTarget({ api: contract.api, baseUrl }).close()
  const selection = { ...(operation && { operation }), ...(grep && { grep }), ...(level && { level }) }
  const total = selectChecks(contract, selection).length
  const settings: RunSettings = {
    apiId,
    baseUrl,
    seed: options.seed ?? defaults.seed,
    runId: toRunId(),
    timeoutMs: options.timeoutMs ?? defaults.timeoutMs,
    budgetMs: options.budgetMs ?? defaults.budgetMs,
    ...selection,
  }
  const start = performance.now()
  const { outcomes, reason } =
    total === 0
      ? { outcomes: [], reason: `no checks of ${apiId} are written yet` }
      : await runVitest(settings, total, (outcome) => options.onProgress?.(outcome, total))
  const { runId, seed } = settings
  const durationMs = Math.round(performance.now() - start)
  return toVerdict({ api: apiId, baseUrl, runId, seed, durationMs }, outcomes, reason)
}

interface Found {
  readonly outcomes: readonly Outcome[]
  /** Why not every check came to an outcome. */
  readonly reason?: string
}

async function runVitest(settings: RunSettings, total: number, onOutcome: (outcome: Outcome) => void): Promise<Found> {
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
    await runFile(settings, reporter, cacheDir)
  } finally {
    restore()
    await rm(cacheDir, { recursive: true, force: true })
  }
  const missing = total - outcomes.length
  if (errors.length === 0 && missing === 0) return { outcomes }
  const lost = missing > 0 ? [`${missing} of ${total} checks came to no outcome`] : []
  return { outcomes, reason: [...lost, ...errors].join(': ') }
}

/** Nothing of the user's own project takes part: no configuration file, no globs, no cache, no output. */
async function runFile(settings: RunSettings, reporter: Reporter, cacheDir: string): Promise<void> {
  const root = fileURLToPath(new URL('.', import.meta.url))
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() })
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
      // Node runs these files as they are, in the repository and in node_modules.
      experimental: { viteModuleRunner: false, nodeLoader: false },
    },
    { envDir: false, cacheDir },
    { stdout: silence, stderr: silence },
  )
  try {
    // The repository has .ts files, the package .js ones.
    const file = join(root, `verify.suite${extname(import.meta.url)}`)
    await vitest.runTestSpecifications([vitest.getRootProject().createSpecification(file)])
  } finally {
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
