import type { Api } from '../../schemas/core/api.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import type { OpenProbes } from '../core/generate/open-probes.ts'
import type { Clauses } from './clauses.ts'
import type { CrudTolerances } from './tolerances.ts'

/** What the generic checks need to know of an API, besides its resources and operations. */
export interface Rules {
  readonly api: Api
  readonly clauses: Clauses
  readonly tolerances: CrudTolerances
  /** No source states the error codes: an unknown code passes with the expected status. */
  readonly areCodesUnstated?: true
  /** Operations whose body may be absent, or whose sources contradict each other about it. */
  readonly optionalBodies?: readonly Operation[]
  /** Values of parameters of every list that a target may accept or reject. */
  readonly openParameters?: readonly OpenProbes[]
  readonly quirks?: {
    /** About the header with the request id. */
    readonly requestId?: string
    /** About the error body. */
    readonly errorBody?: string
    /** Of the error codes for missing and existing keys. */
    readonly codes?: string
  }
}
