import type { Api } from '../../../schemas/core/api.ts'
import type { Constraint } from '../../../schemas/core/constraints.ts'
import type { Operation } from '../../../schemas/core/operation.ts'

/** Why an API's own error code cannot be brought about by whoever calls, as far as only that API knows. */
export type ToUnreachable = (operation: Operation, code: string) => string | undefined

/** Why no request is sure to be returned with this documented code; nothing where one is. */
export function findUnreachable(
  api: Api,
  operation: Operation,
  constraints: readonly Constraint[],
  code: string,
): string | undefined {
  if ((api.errors[code]?.status ?? 0) >= 500) return 'a fault of the server itself: no request brings it about'
  const isBreakable = constraints.some(({ refused }) => refused.length > 0) || operation.body !== undefined
  const isMalformed = [api.dialect.codes.malformed].flat().includes(code)
  return isMalformed && !isBreakable ? 'no part of such a request has a rule that it could break' : undefined
}
