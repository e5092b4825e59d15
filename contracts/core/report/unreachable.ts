import type { Api } from '../../../schemas/core/api.ts'
import type { Constraint } from '../../../schemas/core/constraints.ts'
import type { Operation } from '../../../schemas/core/operation.ts'

/** Why a client cannot provoke an error code, for API-specific reasons. */
export type ToUnreachable = (operation: Operation, code: string) => string | undefined

/** Why no request is certain to get this documented code. Undefined if a request can. */
export function findUnreachable(
  api: Api,
  operation: Operation,
  constraints: readonly Constraint[],
  code: string,
): string | undefined {
  if ((api.errors[code]?.status ?? 0) >= 500) return 'a fault of the server itself: no request brings it about'
  const isBreakable = constraints.some(({ rejected }) => rejected.length > 0) || operation.body !== undefined
  const isMalformed = [api.dialect.codes.malformed].flat().includes(code)
  return isMalformed && !isBreakable ? 'no request of this operation can break a rule' : undefined
}
