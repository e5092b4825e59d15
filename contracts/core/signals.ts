import type { ExchangeRecord } from './http/exchange-record.ts'
import type { Violation } from './report/outcome.ts'

/** Thrown by `expect…`: the target broke a promise. */
export class ViolationError extends Error {
  override readonly name = 'ViolationError'
  readonly violation: Omit<Violation, 'check'>

  constructor(violation: Omit<Violation, 'check'>) {
    super(`expected ${violation.expected}, but got ${violation.actual}`)
    this.violation = violation
  }
}

/** Thrown by `given…`: what the check needs could not be set up, so it says nothing about its clause. */
export class SetupError extends Error {
  override readonly name = 'SetupError'
  readonly exchange: ExchangeRecord | undefined

  constructor(message: string, exchange?: ExchangeRecord) {
    super(message)
    this.exchange = exchange
  }
}

/** Thrown by `skip`: the check does not apply to this target. */
export class SkipSignal extends Error {
  override readonly name = 'SkipSignal'
}

/** Thrown in place of sending: the run has no time left. */
export class BudgetSignal extends Error {
  override readonly name = 'BudgetSignal'
}
