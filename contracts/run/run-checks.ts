import { toCount } from '../../schemas/core/lib/count.ts'
import type { Check } from '../core/check.ts'
import type { CheckRun } from '../core/check-run.ts'
import type { Outcome } from '../core/report/outcome.ts'

export interface PoolOptions {
  /** Number of checks that run at the same time. */
  readonly concurrency: number
  /** Longest time for all checks, in milliseconds. A check that is still running then has no outcome. */
  readonly limitMs: number
  /** After an error outside the promises of the checks: longest wait for the running checks, in milliseconds. */
  readonly graceMs: number
  /** Prevents the start of further checks. Running checks end normally. */
  readonly signal?: AbortSignal
  readonly onOutcome?: (outcome: Outcome) => void
}

export interface PoolResult {
  readonly outcomes: readonly Outcome[]
  /** Why some checks have no outcome, or which error occurred outside the checks. */
  readonly reason?: string
}

/**
 * Runs checks in this process and collects their outcomes. While it runs, it also listens for uncaught exceptions and
 * unhandled rejections of the process: an error that a check does not catch ends the run with a reason. Listeners of
 * other code are left alone. Never throws.
 */
export async function runChecks(
  checks: readonly Check[],
  { run }: CheckRun,
  { concurrency, limitMs, graceMs, signal, onOutcome }: PoolOptions,
): Promise<PoolResult> {
  const outcomes: Outcome[] = []
  const errors: string[] = []
  const running = new Set<string>()
  let isOver = false
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const timers = [setTimeout(() => fail(`the checks did not end within ${limitMs} ms`, 0), limitMs)]

  function fail(reason: string, waitMs: number): void {
    if (isOver) return
    errors.push(running.size > 0 ? `${reason} (running: ${[...running].join(', ')})` : reason)
    timers.push(setTimeout(end, waitMs))
  }

  async function work(waiting: Iterable<Check>): Promise<void> {
    for (const check of waiting) {
      if (signal?.aborted || errors.length > 0) return
      running.add(check.id)
      const outcome = await run(check)
      running.delete(check.id)
      if (isOver) return
      outcomes.push(outcome)
      onOutcome?.(outcome)
    }
  }

  const onError = (error: unknown) => fail(`an error outside the promises of the checks: ${toText(error)}`, graceMs)
  const names = ['uncaughtException', 'unhandledRejection'] as const
  for (const name of names) process.on(name, onError)
  try {
    // Passive checks judge the responses of all others.
    for (const isPassive of [undefined, true]) {
      const waiting = checks.filter((check) => check.isPassive === isPassive).values()
      const workers = Array.from({ length: concurrency }, () =>
        work(waiting).catch((error: unknown) => fail(toText(error), 0)),
      )
      await Promise.race([Promise.all(workers), ended])
    }
    // Rejections without a handler are reported after the microtasks of the last check.
    await new Promise((resolve) => setImmediate(resolve))
  } finally {
    isOver = true
    for (const name of names) process.removeListener(name, onError)
    for (const timer of timers) clearTimeout(timer)
  }
  const missing = checks.length - outcomes.length
  if (errors.length === 0 && missing === 0) return { outcomes }
  if (signal?.aborted && errors.length === 0)
    return { outcomes, reason: `interrupted: ${missing} of ${toCount(checks.length, 'check')} did not run` }
  const lost = missing > 0 ? [`${missing} of ${toCount(checks.length, 'check')} have no outcome`] : []
  return { outcomes, reason: [...lost, ...errors].join(': ') }
}

function toText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
