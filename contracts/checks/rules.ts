import type { Api } from '../../schemas/core/api.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import type { Clauses } from './clauses.ts'
import type { CrudTolerances } from './tolerances.ts'

/** What the generic checks need to know of an API, besides its resources and operations. */
export interface Rules {
  readonly api: Api
  readonly clauses: Clauses
  readonly tolerances: CrudTolerances
  /** No source states the error codes: an unknown code passes with the expected status. */
  readonly areCodesUnstated?: true
  /** Operations whose sources contradict each other about whether the body may be absent. */
  readonly optionalBodies?: readonly Operation[]
  readonly quirks?: {
    /** About the header with the request id. */
    readonly requestId?: string
    /** About the error body. */
    readonly errorBody?: string
    /** Of the error codes for missing and existing keys. */
    readonly codes?: string
  }
}
