import { setTimeout as sleep } from 'node:timers/promises'
import type { Operation } from '../../schemas/core/operation.ts'
import { defaults, type Settings } from '../settings/settings.ts'
import { type Check, toCheckRef } from './check.ts'
import { bounds } from './bounds.ts'
import { createCleanupLog, type Send } from './cleanup/cleanup-log.ts'
import type { CleanupLogWriter } from './cleanup/cleanup-log-file.ts'
import { toClaimedResources } from './cleanup/created-resource.ts'
import { type ContextParts, type CoreContext, createContext } from './context.ts'
import type { Contract } from './contract.ts'
import { type Ending, toEnding } from './ending.ts'
import { toFeature } from './feature.ts'
import { type AcquiredFixture, createFixturePool } from './fixtures/fixture-pool.ts'
import type { Fixtures } from './fixtures/fixtures.ts'
import { type ExchangeRecord, toExchangeRecord, toRecordWithoutResponse } from './http/exchange-record.ts'
import { expectNoThrottling } from './http/expect-no-throttling.ts'
import { createFieldAliasSend } from './http/field-alias.ts'
import { createRetryPolicy, type RetryPolicy, untilNone } from './http/retry.ts'
import type { Target } from './http/target.ts'
import { TransportError } from './http/transport-error.ts'
import { createJudge } from './judge/judge.ts'
import type { Judge } from './judge/judgement.ts'
import { createNames } from './names.ts'
import { findReadinessProblem } from './readiness.ts'
import type { Observation, Outcome } from './report/outcome.ts'
import { createRandom, toCaseSeed } from './seed.ts'
import { BudgetSignal, SkipSignal, type ViolationError } from './signals.ts'
import { findAuthentication } from './signing/signature-probe.ts'
import type { Signing } from './signing/signer.ts'

/** Omitted settings have their defaults. */
export interface CheckRunOptions extends Partial<Settings> {
  readonly contract: Omit<Contract, 'checks'>
  readonly target: Target
  readonly runId: string
  /** Features whose checks are skipped. */
  readonly unsupported?: readonly string[]
  /** Features that the target claims. Their checks are not skipped for a missing prerequisite. */
  readonly claimed?: readonly string[]
  /** Records resources before they are created, so that they can be removed after a crash. */
  readonly cleanupLogWriter?: CleanupLogWriter
  /** Waits until this many milliseconds have passed on the clock of the target. Default: real time. */
  readonly pause?: (ms: number) => Promise<void>
  /** Fixtures of the user. */
  readonly supplied?: Fixtures
  /** Called with each secret of a fixture, before the outcome of its check. */
  readonly onSecret?: (text: string) => void
  /** How the run signs requests. Checks use it to sign wrongly. */
  readonly signing?: Signing
}

/** A run of checks against one target. */
export interface CheckRun {
  /** Runs one check and cleans up after it. Never throws. */
  readonly run: (check: Check) => Promise<Outcome>
}

export function createCheckRun(options: CheckRunOptions): CheckRun & { readonly judge: Pick<Judge, 'findings'> } {
  const { contract, target, runId, unsupported = [], claimed = [], supplied = {}, signing = { name: 'none' } } = options
  const { pause = (ms) => sleep(ms) } = options
  const { seed, budgetMs, namePrefix, profile, consistencyMs, allowUndocumented } = { ...defaults, ...options }
  const start = performance.now()
  const fixturePool = createFixturePool(contract.pooledFixture, supplied, options.cleanupLogWriter, {
    onSecret: options.onSecret,
    unsupported,
  })
  const resources = toClaimedResources(contract.resources, unsupported)
  const findUnclaimed = ({ tag, id }: Operation) => [tag, id].find((name) => unsupported.includes(name))
  /** Operations that returned a success in this run. */
  const succeeded = new Set<string>()
  /** The number of refused set-ups by the operation. */
  const refusals = new Map<string, number>()
  const sendProbe = async () => contract.probe && (await target.send(contract.probe, contract.probeInput?.(supplied)))
  const toAliasedSend = contract.fieldAlias && createFieldAliasSend(contract.fieldAlias)
  let readiness: Promise<Ending | undefined> | undefined
  let authentication: Promise<boolean> | undefined
  const judge = createJudge({
    api: contract.api,
    resources: contract.stored ?? [],
    consistencyMs,
    profile,
    allowUndocumented,
  })
  return {
    judge,
    async run(check) {
      let exchanges = 0
      const observations: Observation[] = []
      const formFaults: ViolationError[] = []
      const traffic: ExchangeRecord[] = []
      let open = 0
      let unrepeatable: string | undefined
      const send: Send = async (operation, input) => {
        const judgeResponse = judge.watch(operation, input)
        const startedAt = Date.now()
        open += 1
        if (open > 1) unrepeatable = 'its requests overlap in time'
        const exchange = await target
          .send(operation, input)
          .catch((error: unknown) => {
            judgeResponse()
            if (error instanceof TransportError) traffic.push({ ...toRecordWithoutResponse(error), startedAt })
            throw error
          })
          .finally(() => {
            open -= 1
          })
        judgeResponse(exchange)
        exchanges += 1
        traffic.push({ ...toExchangeRecord(exchange), startedAt })
        if (exchange.attempts > 1 && !observations.includes(paused)) observations.push(paused)
        if (exchange.response.status < 300) succeeded.add(operation.id)
        await expectNoThrottling(contract.api, exchange, succeeded.has(operation.id), sendProbe)
        return exchange
      }
      const startedAt = performance.now()
      const cleanupLog = createCleanupLog(resources, runId, send, options.cleanupLogWriter, supplied)
      const claimedSend = withinClaims(withinBudget(cleanupLog.send, start + budgetMs), findUnclaimed)
      const retryPolicy = createRetryPolicy(claimedSend, consistencyMs)
      const acquired: AcquiredFixture[] = []
      const parts: ContextParts = {
        api: contract.api,
        check,
        send: retryPolicy.send,
        download: target.download,
        profile,
        signing,
        allowUndocumented,
        claimed,
        findUnclaimed,
        judge,
        async pause(ms) {
          unrepeatable ??= 'it waits between its requests'
          await pause(ms)
        },
        authenticates: (operation, input) => {
          const isProbeClaimed = contract.probe && !unsupported.includes(contract.probe.id)
          const probe = (isProbeClaimed && contract.probe) || operation
          const sent = isProbeClaimed ? (contract.probeInput?.(supplied) ?? {}) : input
          authentication ??= findAuthentication(signing, send, probe, sent)
          return authentication
        },
        name: createNames(runId, check.id, namePrefix),
        random: createRandom(toCaseSeed(seed, check.id)),
        supplied,
        async acquire(fixture) {
          const fixtureOfCheck = await fixturePool.acquire(fixture, send)
          acquired.push(fixtureOfCheck)
          return fixtureOfCheck.value
        },
        refuses(id) {
          refusals.set(id, (refusals.get(id) ?? 0) + 1)
          return (refusals.get(id) ?? 0) > bounds.refusals && !succeeded.has(id)
        },
        observations,
        formFaults,
      }
      const plain = createContext(parts)
      const core = toAliasedSend ? createContext({ ...parts, send: toAliasedSend(plain) }) : plain
      const skipped = findSkip(contract.api, check, unsupported, signing)
      if (!skipped) readiness ??= findReadinessProblem(contract, supplied, send, signing)
      const isOverBudget = startedAt - start > budgetMs
      const ending =
        skipped ??
        (isOverBudget
          ? toBudgetEnding(budgetMs)
          : ((await readiness) ??
            (await runWithRetry(retryPolicy, observations, () => toEnding(check, () => check.run(core), formFaults)))))
      const leftBehind = [...(await untilNone(consistencyMs, 3, cleanupLog.clean))]
      for (const { release } of acquired) leftBehind.push(...(await release()))
      const durationMs = Math.round(performance.now() - startedAt)
      return {
        check: toCheckRef(check),
        durationMs,
        observations,
        exchanges,
        traffic,
        leftBehind,
        ...(unrepeatable && { unrepeatable }),
        ...ending,
      }
    },
  }
}

const paused: Observation = { about: 'throttling', behaviour: 'the target throttled, and the run paused and retried' }

/**
 * A failed read after a write may be caused by replication lag. With `consistencyMs`, the check runs a second time
 * and waits after every write. Errors that lag cannot explain fail at once.
 */
async function runWithRetry(
  retryPolicy: RetryPolicy,
  observations: Observation[],
  attempt: () => Promise<Ending>,
): Promise<Ending> {
  const ending = await attempt()
  const isFinal = ending.status === 'passed' || ending.status === 'skipped'
  if (isFinal || !retryPolicy.isRetryable(ending.status === 'failed' ? ending.violation.exchange : ending.exchange))
    return ending
  observations.length = 0
  retryPolicy.slowDown()
  const second = await attempt()
  if (second.status === 'passed')
    observations.push({ about: 'a read after a write', behaviour: 'consistent only after a delay' })
  return second
}

/** Sends no requests after the time of the run. Cleanup is not limited. */
function withinBudget(send: Send, end: number): Send {
  return async (operation, input) => {
    if (performance.now() > end) throw new BudgetSignal('the time of the run was used up during this check')
    return await send(operation, input)
  }
}

function findSkip(
  api: Contract['api'],
  check: Check,
  unsupported: readonly string[],
  signing: Signing,
): Ending | undefined {
  const reason = findSkipReason(api, check, unsupported, signing)
  return reason === undefined ? undefined : { status: 'skipped', reason }
}

/** Why a check is skipped before anything is sent. */
export function findSkipReason(
  api: Contract['api'],
  check: Check,
  unsupported: readonly string[],
  signing: Signing,
): string | undefined {
  const feature = toFeature(api, check)
  if (unsupported.includes(feature)) return `the target does not claim the feature ${feature}`
  if (unsupported.includes(check.operation)) return `the target does not claim the operation ${check.operation}`
  return check.toSkipReason?.(signing)
}

/** Skips a check that needs an operation that the target does not claim. Cleanup is not limited. */
function withinClaims(send: Send, findUnclaimed: CoreContext['findUnclaimed']): Send {
  return async (operation, input) => {
    const missing = findUnclaimed(operation)
    if (missing !== undefined) throw new SkipSignal(`needs ${missing}, which is not claimed`)
    return await send(operation, input)
  }
}

function toBudgetEnding(budgetMs: number): Ending {
  return { status: 'errored', cause: 'budget', reason: `the run's ${budgetMs} ms were used up before this check` }
}
