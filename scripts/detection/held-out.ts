import { toCaseSeed } from '../../contracts/core/seed.ts'

/**
 * Whether an operator is held out: it is not in the default sample, so that the properties of the suite are not written
 * for it. One fifth of the operators is held out.
 */
export function isHeldOut(operator: string): boolean {
  return toCaseSeed('held-out', operator) % 5 === 0
}
