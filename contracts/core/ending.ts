import { toBlame } from './assertions/expect.ts'
import { toFormViolation } from './form-faults.ts'
import { toCurl } from './http/curl.ts'
import { toRecordWithoutResponse } from './http/exchange-record.ts'
import { TransportError } from './http/transport-error.ts'
import type { CheckRef, Ended, Outcome, Violation } from './report/outcome.ts'
import { BudgetSignal, SetupError, SkipSignal, ThrottledSignal, ViolationError } from './signals.ts'

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** The part of an outcome that the rule of the check decides. */
export type Ending = DistributiveOmit<Outcome, keyof Ended>

/** Runs a check. `formFaults` collects the wrong forms of responses that it meets. Never throws. */
export async function toEnding(
  check: CheckRef,
  run: () => Promise<void>,
  formFaults: ViolationError[],
): Promise<Ending> {
  formFaults.length = 0
  const ending = await toEndingOfRule(check, run)
  if (ending.status === 'errored' && ending.cause !== 'setup') return ending
  const violation = toFormViolation(formFaults, check.id, ending)
  return violation ? { status: 'failed', violation } : ending
}

async function toEndingOfRule(check: CheckRef, run: () => Promise<void>): Promise<Ending> {
  try {
    await run()
    return { status: 'passed' }
  } catch (error) {
    if (error instanceof ViolationError) {
      return { status: 'failed', violation: { check: check.id, ...error.violation } }
    }
    if (error instanceof TransportError) return toNoResponse(check, error)
    if (error instanceof ThrottledSignal)
      return { status: 'errored', cause: 'throttled', reason: error.message, exchange: error.exchange }
    if (error instanceof SkipSignal) return { status: 'skipped', reason: error.message }
    if (error instanceof BudgetSignal) return { status: 'errored', cause: 'budget', reason: error.message }
    if (error instanceof SetupError) {
      const { message, exchange, symptom } = error
      return {
        status: 'errored',
        cause: 'setup',
        reason: message,
        ...(exchange && { exchange }),
        ...(symptom && { symptom }),
      }
    }
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { status: 'errored', cause: 'defect', reason: `a defect of the suite: ${reason}` }
  }
}

/**
 * A target that received a request and did not respond has violated the contract. A target that was not reached cannot
 * be judged.
 */
export function toNoResponse(check: CheckRef, error: TransportError): Ending {
  const exchange = toRecordWithoutResponse(error)
  if (!error.isTargets) return { status: 'errored', cause: 'unreachable', reason: error.message, exchange }
  const violation: Violation = {
    check: check.id,
    ...toBlame(check, error.operation),
    expected: 'a response',
    assertions: [{ about: 'response' }],
    actual: error.message,
    exchange,
    curl: toCurl(exchange),
  }
  return { status: 'failed', violation }
}
