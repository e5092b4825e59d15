import { toLinkedSources } from '../../schemas/core/clause-links.ts'
import { checkCleanupLogFolder, findCleanupLog } from '../core/cleanup/cleanup-log-file.ts'
import type { Contract } from '../core/contract.ts'
import { WrongUseError } from '../core/exit-codes.ts'
import { toReferenceRunId } from '../core/reference/reference-checks.ts'
import { judgeKnownFailures, type KnownFailure } from '../core/report/known-failures.ts'
import type { Outcome } from '../core/report/outcome.ts'
import { settle } from '../core/report/settle.ts'
import { findMissingFeatures } from '../core/report/missing-features.ts'
import { maskSecrets } from '../core/report/mask.ts'
import { toVerdict, type Verdict } from '../core/report/verdict.ts'
import { readKnownFailures } from '../settings/read-config.ts'
import { suggest } from '../../schemas/core/lib/suggest.ts'
import { type CleanUpOptions, cleanUp } from './clean-up.ts'
import { openChecks, planRun, type RunInput, type RunPlan, toAccess } from './plan-run.ts'
import { prepare, tearDown } from './preparation.ts'
import { runChecks } from './run-checks.ts'

interface Progress {
  /** Ends the run early. Resources of the run are removed all the same. */
  readonly signal?: AbortSignal | undefined
  /** Called after every check, with the number of all checks. */
  readonly onProgress?: ((outcome: Outcome, total: number) => void) | undefined
}

export interface RunOptions extends RunInput, Progress {}

/**
 * Verifies an implementation: runs the selected checks of an API in this process. Violations, failed set-ups and an
 * unreachable target are part of the verdict. Throws `WrongUseError` for invalid options, before anything is sent.
 */
export async function runContract({ signal, onProgress, ...input }: RunOptions): Promise<Verdict> {
  const initialPlan = planRun(input)
  const { contract, settings, baseUrl, runId } = initialPlan
  const knownFailures = await findKnownFailures(initialPlan)
  if (settings.cleanupLog !== undefined) checkCleanupLogFolder(settings.cleanupLog)
  const start = performance.now()
  const preparation = await prepare(initialPlan, signal)
  const isPrepared = 'fixtures' in preparation
  const plan: RunPlan = isPrepared ? { ...initialPlan, fixtures: preparation.fixtures } : initialPlan
  const { outcomes, reason, missingFeatures, called } = isPrepared
    ? await runAll(plan, knownFailures, { signal, onProgress })
    : { outcomes: [], reason: preparation.failure, missingFeatures: [], called: [] }
  const durationMs = Math.round(performance.now() - start)
  const torn = await tearDown(plan, findLeft(plan))
  const leftBehind = await finishCleanUp(plan)
  const known = judgeKnownFailures(knownFailures, contract.checks, outcomes)
  const sources = toLinkedSources(contract.api)
  const run = { api: contract.api.id, sources, baseUrl, runId, seed: settings.seed, durationMs }
  const verdict = toVerdict(run, outcomes, reason, known)
  const left = [...new Set([...(leftBehind ?? verdict.leftBehind), ...torn])]
  const safe = maskSecrets({ leftBehind: left, ...(reason !== undefined && { reason }) }, [...plan.secrets])
  return { ...verdict, ...safe, called, ...(missingFeatures.length > 0 && { missingFeatures }) }
}

async function runAll(plan: RunPlan, knownFailures: readonly KnownFailure[], { signal, onProgress }: Progress) {
  const { concurrency, budgetMs, timeoutMs, consistencyMs } = plan.settings
  const checkRun = openChecks(plan)
  try {
    const { outcomes, ...rest } = await runChecks(plan.checks, checkRun, {
      concurrency,
      // Checks end by themselves when the budget is used up. The rest is time for their cleanup.
      limitMs: budgetMs + 60_000 + 10 * (timeoutMs + consistencyMs),
      graceMs: timeoutMs,
      signal,
      onOutcome: (outcome) => onProgress?.(outcome, plan.checks.length),
    })
    const { api } = plan.contract
    const order = plan.checks.map(({ id }) => id)
    const known = new Set(knownFailures.map(({ check }) => check))
    const { called, succeeded } = checkRun
    const settled = settle(outcomes, { api, order, succeeded, known })
    const missingFeatures = findMissingFeatures(settled, { api, succeeded })
    return { ...rest, outcomes: settled, missingFeatures, called: [...called] }
  } finally {
    checkRun.close()
  }
}

/** The known failures of a run. Throws {@link WrongUseError} for a check that the API does not have. */
export async function findKnownFailures({ contract, settings }: RunPlan): Promise<readonly KnownFailure[]> {
  const knownFailures = await readKnownFailures(settings.knownFailures)
  checkKnownFailures(
    contract,
    knownFailures,
    contract.checks.map(({ id }) => id),
  )
  return knownFailures
}

/** Throws {@link WrongUseError} for a known failure of an unknown check. */
export function checkKnownFailures(
  { api }: Pick<Contract, 'api'>,
  knownFailures: readonly KnownFailure[],
  ids: readonly string[],
): void {
  for (const { check } of knownFailures) {
    if (ids.includes(check)) continue
    throw new WrongUseError(`known failures: ${api.id} has no check ${JSON.stringify(check)}${suggest(check, ids)}`)
  }
}

/** What the cleanup log still lists. */
function findLeft({ settings, runId }: RunPlan): readonly object[] {
  return settings.cleanupLog === undefined ? [] : (findCleanupLog(settings.cleanupLog, runId)?.left ?? [])
}

/** Tries once more to remove remaining resources. Returns the names of those that still remain. */
async function finishCleanUp({
  settings,
  baseUrl,
  fixtures,
  runId,
  credentials,
}: RunPlan): Promise<readonly string[] | undefined> {
  const { cleanupLog: folder, account, timeoutMs, reference, namePrefix } = settings
  if (folder === undefined) return undefined
  const finish = async (id: string, access: Omit<CleanUpOptions, 'folder'>) => {
    const found = findCleanupLog(folder, id)
    return found && (await cleanUp(found, { folder, credentials, fixtures, namePrefix, ...access }))
  }
  const ofTarget = await finish(runId, { baseUrl, ...toAccess(settings) })
  const ofReference = reference
    ? await finish(toReferenceRunId(runId), { baseUrl: reference, account, timeoutMs })
    : undefined
  if (!ofTarget && !ofReference) return undefined
  return [...(ofTarget ?? []), ...(ofReference ?? []).map((what) => `${what} on the reference ${reference}`)]
}
