import type { Check } from '../core/check.ts'
import type { Creation } from './creation.ts'
import { toBodyChecks } from './creation-bodies.ts'
import { toReplyChecks } from './creation-replies.ts'
import { toStateChecks } from './creation-state.ts'

/** The checks that every create operation of the API has in common. */
export function toCreationChecks(creation: Creation): readonly Check[] {
  return [...toReplyChecks(creation), ...toStateChecks(creation), ...toBodyChecks(creation)]
}
