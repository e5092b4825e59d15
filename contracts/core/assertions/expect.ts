import { isDeepStrictEqual } from 'node:util'
import type { Operation } from '../../../schemas/core/operation.ts'
import { toCitation } from '../../../schemas/core/source.ts'
import { toCurl } from '../http/curl.ts'
import type { Exchange } from '../http/exchange.ts'
import { toExchangeRecord } from '../http/exchange-record.ts'
import type { FindingClass } from '../report/outcome.ts'
import { ViolationError } from '../signals.ts'

/** What a violation is blamed on when the exchange's own operation is not at fault. */
export interface Blame {
  readonly operation: string
  readonly clause: string
}

export interface Finding {
  /** A class of its own, where it is no broken promise in the narrow sense. */
  readonly finding?: FindingClass
  readonly expected: string
  readonly actual: string
}

/** Ends a check as failed. */
export function fail(blame: Blame, { expected, actual, finding }: Finding, exchange?: Exchange): never {
  const record = exchange && toExchangeRecord(exchange)
  throw new ViolationError({
    ...blame,
    expected,
    actual,
    ...(finding && { finding }),
    ...(record && { exchange: record, curl: toCurl(record) }),
  })
}

/**
 * An exchange's form is its own operation's matter: under the check's clause where the check is about that operation,
 * else under the operation's own statuses.
 */
export function toBlame(check: Blame, operation: Operation): Blame {
  if (check.operation === operation.id) return { operation: check.operation, clause: check.clause }
  const statuses = Object.keys(operation.success).join(', ')
  return { operation: operation.id, clause: `${toCitation(operation.source)} ${statuses}` }
}

/** A value as a message shows it: JSON on one line, shortened. */
export function toText(value: unknown): string {
  const text = value === undefined ? 'absent' : JSON.stringify(value)
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}

/** Two JSON values that mean the same: the order of fields does not count. */
export function isSame(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a, b)
}
