import { isDeepStrictEqual } from 'node:util'
import { toCount } from '../../../schemas/core/lib/count.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { toSuccessCitation } from '../../../schemas/core/source.ts'
import { bounds } from '../bounds.ts'
import { toCurl } from '../http/curl.ts'
import type { Exchange } from '../http/exchange.ts'
import { toExchangeRecord } from '../http/exchange-record.ts'
import type { FindingClass, Symptom } from '../report/outcome.ts'
import { ViolationError } from '../signals.ts'
import type { Assertion } from './assertion.ts'

/** The operation and the clause that a violation is reported for. */
export interface Blame {
  readonly operation: string
  readonly clause: string
}

export interface Finding {
  /** The class of the finding, if it is not a plain violation. */
  readonly finding?: FindingClass
  readonly expected: string
  readonly actual: string
  readonly symptom?: Symptom
  /** What a program can test instead of reading `expected`. All of them hold for a conforming response. */
  readonly assertions?: readonly Assertion[]
  /** Only the form of the response is wrong, so the check can continue. */
  readonly isForm?: boolean
}

/** Ends a check as failed. */
export function fail(blame: Blame, finding: Finding, exchange?: Exchange): never {
  throw toViolationError(blame, finding, exchange)
}

export function toViolationError(
  blame: Blame,
  { expected, actual, finding, symptom, assertions, isForm }: Finding,
  exchange?: Exchange,
): ViolationError {
  const record = exchange && toExchangeRecord(exchange)
  return new ViolationError({
    ...blame,
    expected: toShort(expected),
    actual: toShort(actual),
    ...(finding && { finding }),
    ...(symptom && { symptom: toBounded(symptom) }),
    ...(assertions && { assertions }),
    ...(isForm && { isForm }),
    ...(record && { exchange: record, curl: toCurl(record) }),
  })
}

/**
 * The form of a response is reported for the operation that returned it. The clause is that of the check, if the check
 * is about this operation, and otherwise the documented statuses.
 */
export function toBlame(check: Blame, operation: Operation): Blame {
  if (check.operation === operation.id) return { operation: check.operation, clause: check.clause }
  return { operation: operation.id, clause: toSuccessCitation(operation) }
}

/** A value in a message: JSON on one line, at most 200 characters. */
export function toText(value: unknown): string {
  const text = value === undefined ? 'absent' : JSON.stringify(value)
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}

/** A message contains texts of the target, which may be long. */
function toShort(text: string): string {
  return text.length > bounds.findingLength
    ? `${text.slice(0, bounds.findingLength)}… (${toCount(text.length, 'character')})`
    : text
}

/** A target may return many properties with long names. */
function toBounded({ part, names, problem }: Symptom): Symptom {
  const toText = (text: string) => text.slice(0, bounds.symptomLength)
  return { part, names: names.slice(0, bounds.symptomNames).map(toText), problem: toText(problem) }
}

/** Whether two JSON values are equal. The order of fields has no effect. */
export function isSame(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a, b)
}
