/** Contract checks as tests of vitest: `faas-contracts/contracts/vitest`. The only module that imports vitest. */
import { afterAll, describe, test } from 'vitest'
import { toLinkedSources } from '../../schemas/core/clause-links.ts'
import type { Check } from '../core/check.ts'
import type { Outcome } from '../core/report/outcome.ts'
import { renderOutcome } from '../core/report/terminal.ts'
import { openChecks, planRun, type RunInput } from './plan-run.ts'

/** The settings of `verify`, of which `setup`, `teardown`, `knownFailures` and `report` have no effect here. */
export interface SuiteOptions extends Omit<RunInput, 'apiId'> {
  /** Called after every check. */
  readonly onOutcome?: (outcome: Outcome) => void
}

/**
 * Registers one test for each check of an API, named after the check, against a running implementation. Call it at the
 * top level of a test file:
 *
 * ```ts
 * import { describeContract } from 'faas-contracts/contracts/vitest'
 *
 * describeContract('aliyun-fc-2016-08-15', { url: 'http://127.0.0.1:4010' })
 * ```
 *
 * A violation or a failed set-up fails the test; a check that does not apply is skipped. `maxConcurrency` of vitest also
 * limits `concurrency`. Throws `WrongUseError` for invalid options.
 */
export function describeContract(apiId: string, { onOutcome, ...options }: SuiteOptions): void {
  const plan = planRun({ ...options, apiId })
  const checkRun = openChecks(plan)
  const sources = toLinkedSources(plan.contract.api)
  describe(apiId, { concurrent: plan.settings.concurrency > 1 }, () => {
    afterAll(() => checkRun.close())
    if (plan.checks.length === 0) test.todo('this API has no checks yet')
    // The run limits its own time: each request by timeoutMs, all checks by budgetMs.
    const addTest = (check: Check) =>
      test(check.id, { timeout: 0 }, async ({ skip }) => {
        const outcome = await checkRun.run(check)
        onOutcome?.(outcome)
        if (outcome.status === 'skipped') skip(outcome.reason)
        if (outcome.status !== 'passed') throw new ContractError(renderOutcome(outcome, sources))
      })
    for (const check of plan.checks.filter(({ isPassive }) => !isPassive)) addTest(check)
    const passive = plan.checks.filter(({ isPassive }) => isPassive)
    // These tests judge the responses of all others, so they run after them.
    if (passive.length > 0)
      describe('every response', { concurrent: false }, () => {
        for (const check of passive) addTest(check)
      })
  })
}

/** A failed or errored outcome. The message says everything; a stack would only show this file. */
class ContractError extends Error {
  override readonly name = 'ContractError'

  constructor(message: string) {
    super(message)
    this.stack = `ContractError: ${message}`
  }
}
