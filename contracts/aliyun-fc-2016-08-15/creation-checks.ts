import type { Check } from '../core/check.ts'
import { toBodyChecks } from './creation-bodies.ts'
import { toResponseChecks } from './creation-responses.ts'
import { toStateChecks } from './creation-state.ts'
import type { Kind } from './kind.ts'

/** The checks that every create operation of the API has in common. */
export function toCreationChecks(kind: Kind): readonly Check[] {
  return [...toResponseChecks(kind), ...toStateChecks(kind), ...toBodyChecks(kind)]
}
