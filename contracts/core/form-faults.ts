import type { Violation } from './report/outcome.ts'
import type { ViolationError } from './signals.ts'

/**
 * The violation of a check that met responses of a wrong form. Undefined without one. If another violation may be a
 * consequence of the form, the operation with the wrong form is at fault. Otherwise the other violation comes first.
 */
export function toFormViolation(
  [fault]: readonly ViolationError[],
  check: string,
  other: Violation | undefined,
): Violation | undefined {
  if (!fault) return undefined
  const { isForm: _, ...form } = fault.violation
  if (!other) return { check, ...form, isForm: true }
  const isConsequence = other.exchange?.operation === form.operation && other.operation !== form.operation
  return isConsequence ? { check, ...form } : undefined
}
