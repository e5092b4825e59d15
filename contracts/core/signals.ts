import type { ExchangeRecord } from './http/exchange-record.ts'
import type { Symptom, Violation } from './report/outcome.ts'

/** Thrown by `expect…`: the target violates its contract. */
export class ViolationError extends Error {
  override readonly name = 'ViolationError'
  readonly violation: Omit<Violation, 'check'>

  constructor(violation: Omit<Violation, 'check'>) {
    super(`expected ${violation.expected}, but got ${violation.actual}`)
    this.violation = violation
  }
}

/** Thrown by `given`: the set-up of a check failed, so the check has no verdict about its clause. */
export class SetupError extends Error {
  override readonly name = 'SetupError'
  readonly exchange: ExchangeRecord | undefined
  readonly symptom: Symptom | undefined

  constructor(message: string, exchange?: ExchangeRecord, symptom?: Symptom) {
    super(message)
    this.exchange = exchange
    this.symptom = symptom
  }
}

/** Thrown by `skip`: the check does not apply to this target. */
export class SkipSignal extends Error {
  override readonly name = 'SkipSignal'
}

/** Thrown instead of sending a request: the time of the run is used up. */
export class BudgetSignal extends Error {
  override readonly name = 'BudgetSignal'
}

/** Thrown for a throttled response: the target rejects requests in spite of every pause. */
export class ThrottledSignal extends Error {
  override readonly name = 'ThrottledSignal'
  readonly exchange: ExchangeRecord

  constructor(message: string, exchange: ExchangeRecord) {
    super(message)
    this.exchange = exchange
  }
}
