import { findContract } from '../../contracts/apis.ts'
import type { Check } from '../../contracts/core/check.ts'
import { createCheckRun } from '../../contracts/core/check-run.ts'
import { createTarget } from '../../contracts/core/http/target.ts'
import type { Judgement } from '../../contracts/core/judge/judgement.ts'
import { settle } from '../../contracts/core/report/settle.ts'
import type { Outcome } from '../../contracts/core/report/outcome.ts'
import { toSigning } from '../../contracts/core/signing/signer.ts'
import { access } from '../../contracts/mutants/access.ts'
import type { BenignMutant, Wrap } from '../../contracts/mutants/mutant.ts'
import { defaults } from '../../contracts/settings/settings.ts'
import { createMovingClock } from './moving-clock.ts'
import { createServerOf } from './server.ts'
import { toSubject } from './subject.ts'
import { toTransport } from './transport.ts'

/** Whether the outcomes suffice, so that the run can stop. */
export type Stop = (outcomes: readonly Outcome[], judgements: readonly Judgement[]) => boolean

export interface SuiteRun {
  readonly apiId: string
  readonly wrap?: Wrap | undefined
  /** The server verifies signatures, and the run signs its requests. */
  readonly auth?: boolean | undefined
  readonly config?: BenignMutant['config'] | undefined
  /** Selects the checks to run. Default: all. */
  readonly fits?: (check: Check) => boolean
  /** Whether the passive checks run, too. */
  readonly hasPassive?: boolean
  /** Called after each failed check. */
  readonly stop?: Stop
}

/** Runs checks against a server in this process one after another, like `verify` but without its worker pool. */
export async function runSuite({ apiId, wrap, auth = false, config, fits, hasPassive = false, stop }: SuiteRun) {
  const contract = findContract(apiId)
  const { mock, supplied } = toSubject(apiId, auth)
  const { clock, pause } = createMovingClock()
  const transport = toTransport(createServerOf({ ...mock, clock }, wrap))
  const signing = toSigning(contract.api.dialect, auth ? access.credentials : undefined, access.account)
  const { signer } = signing
  // The port does not exist. A URL in a response must contain it.
  const baseUrl = 'http://127.0.0.1:9000'
  const target = createTarget({ api: contract.api, baseUrl, transport, ...(signer && { signer }) })
  const seed = defaults.seed
  const run = createCheckRun({
    contract,
    target,
    runId: 'detected',
    seed,
    budgetMs: 300_000,
    supplied,
    signing,
    pause,
    ...config,
  })
  const active = contract.checks.filter((check) => !check.isPassive && (fits?.(check) ?? true))
  const checks = [...active, ...(hasPassive ? contract.checks.filter(({ isPassive }) => isPassive) : [])]
  const outcomes: Outcome[] = []
  try {
    for (const check of checks) {
      const outcome = await run.run(check)
      outcomes.push(outcome)
      if (stop?.(outcomes, run.judge.findings())) break
    }
    const exchanges = outcomes.flatMap(({ traffic = [] }) => traffic)
    const succeeded = new Set(
      exchanges.flatMap(({ operation, response }) => (response && response.status < 300 ? [operation] : [])),
    )
    const order = contract.checks.map(({ id }) => id)
    const settled = settle(outcomes, { api: contract.api, order, succeeded })
    return { outcomes: settled, judgements: run.judge.findings(), requests: transport.requests() }
  } finally {
    target.close()
  }
}
