import type { Outcome, Violation } from './report/outcome.ts'
import type { ViolationError } from './signals.ts'

/**
 * The violation of a check that met responses of a wrong form. Undefined without one, and if another violation comes first.
 * If the check then could not continue, or if the form may explain another violation, the check did not test its own rule.
 */
export function toFormViolation(
  [fault]: readonly ViolationError[],
  check: string,
  ending: Pick<Outcome, 'status'> & { readonly violation?: Violation },
): Violation | undefined {
  if (!fault) return undefined
  const { isForm: _, ...form } = fault.violation
  if (ending.status === 'passed' || ending.status === 'skipped') return { check, ...form, isForm: true }
  const { violation } = ending
  const isExplained = violation?.exchange?.operation === form.operation && violation.operation !== form.operation
  return violation === undefined || isExplained ? { check, ...form } : undefined
}
