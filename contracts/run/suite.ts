import { toLinkedSources } from '../../schemas/core/clause-links.ts'
import { afterAll, describe, test } from 'vitest'
import { findContract } from '../apis.ts'
import { createCheckRun } from '../core/check-run.ts'
import { toFeatureList, toUnsupported } from '../core/feature.ts'
import { checkFixtures, toFixtures } from '../core/fixtures/fixtures.ts'
import { createCleanupLogWriter } from '../core/cleanup/cleanup-log-file.ts'
import { checkReference, withReferenceRun } from '../core/reference/reference-checks.ts'
import { toRunId } from '../core/names.ts'
import { openTarget } from '../core/http/open-target.ts'
import type { Outcome } from '../core/report/outcome.ts'
import { renderOutcome } from '../core/report/terminal.ts'
import { selectChecks } from './select.ts'
import { defaults, type RunChoices } from '../settings/settings.ts'
import { toSigning } from '../core/signing/signer.ts'
import type { Signer } from '../core/http/target.ts'
import { checkAllowUndocumented } from '../core/assertions/undocumented-properties.ts'
import './vitest-context.ts'

export interface SuiteOptions extends RunChoices {
  /** Base URL of the implementation under test: `http://127.0.0.1:4010`. */
  readonly target: string
  /** Marks whatever the run makes; another one in every run where it is left out. */
  readonly runId?: string
  /** Features that the target does not claim; their checks are skipped. */
  readonly unsupported?: readonly string[]
  /** Features that the target claims: with `Signature`, letting in what is not signed is a violation and no reason to skip. */
  readonly claimed?: readonly string[]
  /** In place of the API's own scheme. */
  readonly signer?: Signer
  /** Hears every outcome as it comes. */
  readonly onOutcome?: (outcome: Outcome) => void
}

/**
 * Registers one vitest test for each check of an API, named `CreateFunction › duplicate-name-is-rejected`, against a
 * running implementation. Call it at the top of a test file. A check that could not be set up fails its test, too.
 */
export function describeContract(apiId: string, options: SuiteOptions): void {
  const { timeoutMs = defaults.timeoutMs, budgetMs = defaults.budgetMs, target: baseUrl, cleanupLogFolder } = options
  const runId = options.runId ?? toRunId()
  const contract = withReferenceRun(findContract(apiId), { ...options, runId })
  checkReference(contract, baseUrl, options.reference)
  const supplied = toFixtures(options.fixtures ?? {})
  checkFixtures(contract, supplied)
  const checks = selectChecks(contract, options)
  describe(apiId, { concurrent: (options.concurrency ?? defaults.concurrency) > 1 }, () => {
    const { credentials, account, signer } = options
    const target = openTarget(contract, {
      baseUrl,
      timeoutMs,
      ...(credentials && { credentials }),
      ...(account !== undefined && { account }),
      ...(signer && { signer }),
    })
    const checkRun = createCheckRun({
      contract,
      target,
      runId,
      seed: options.seed ?? defaults.seed,
      budgetMs,
      namePrefix: options.namePrefix ?? defaults.namePrefix,
      unsupported: toUnsupported(contract, { unsupported: options.unsupported ?? [] }),
      claimed: toFeatureList(contract, options.claimed ?? []),
      supplied,
      signing: signer ? { name: 'own', signer } : toSigning(contract.api.dialect, credentials, account),
      profile: options.profile ?? defaults.profile,
      consistencyMs: options.consistencyMs ?? defaults.consistencyMs,
      allowUndocumented: checkAllowUndocumented(contract.api, options.allowUndocumented ?? []),
      ...(cleanupLogFolder !== undefined && {
        cleanupLogWriter: createCleanupLogWriter(cleanupLogFolder, { apiId, baseUrl, runId, supplied }),
      }),
    })
    afterAll(() => target.close())
    if (checks.length === 0) test.todo('no checks are written for this API yet')
    // The run ends its checks itself, each request within timeoutMs and no new check after budgetMs.
    for (const check of checks) {
      test(check.id, { timeout: 0 }, async ({ task, skip }) => {
        const { traffic = [], ...rest } = await checkRun.run(check)
        const outcome: Outcome = options.keepsTraffic === false ? rest : { ...rest, traffic }
        task.meta.faasContractsOutcome = outcome
        options.onOutcome?.(outcome)
        if (outcome.status === 'skipped') skip(outcome.reason)
        if (outcome.status !== 'passed') throw new ContractError(renderOutcome(outcome, toLinkedSources(contract.api)))
      })
    }
  })
}

/** How a failed or errored outcome reaches vitest: its words say everything, a stack would only show this file. */
class ContractError extends Error {
  override readonly name = 'ContractError'

  constructor(message: string) {
    super(message)
    this.stack = `ContractError: ${message}`
  }
}
