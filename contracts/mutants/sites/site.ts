import type { Constraint } from '../../../schemas/core/constraints.ts'
import type { SchemaNode } from '../../../schemas/core/json-schema.ts'
import type { Operation, SuccessResponse } from '../../../schemas/core/operation.ts'
import type { Provenance } from '../../../schemas/core/provenance.ts'
import type { Paging, Resource } from '../../../schemas/core/resource.ts'

/** A path into a JSON value. A number stands for every item of a list, `'*'` for every key of a map. */
export type Path = readonly (string | number)[]

/** An element of a contract that a mutant can break. */
export interface Site {
  /** Unique within its kind: `GetService 200 ETag`. */
  readonly id: string
  /** The operation that has the element. */
  readonly operation: Operation
  /** Operations that a finding may name instead. If a write cannot be read back, either operation can be wrong. */
  readonly alsoNamed: readonly string[]
  readonly provenance: Provenance
  /** The place of the source that states the element: `004 GetService, header ETag`. */
  readonly clause: string
}

/** A success status of an operation. */
export interface SuccessSite extends Site {
  readonly status: number
  readonly success: SuccessResponse
}

/** A header of the responses of an operation with one status, or of all its error responses. */
export interface HeaderSite extends Site {
  readonly name: string
  readonly status: number | 'error'
  /** The name as clients read it, if they depend on the case. */
  readonly observedName?: string
}

/** A field of the success responses of an operation, also in nested objects and in lists. */
export interface ResponseFieldSite extends Site {
  readonly path: Path
  readonly node: SchemaNode
  readonly isRequired: boolean
  readonly resource: Resource | undefined
}

/** A field of the request body of an operation. */
export interface RequestFieldSite extends Site {
  readonly path: Path
  readonly node: SchemaNode
  readonly isRequired: boolean
  readonly resource: Resource | undefined
  /** Whether responses of the operation show the field. */
  readonly isShown: boolean
  /** Whether clients of the vendor send null for absent fields. */
  readonly isNullAbsent: boolean
  /** What the operation does with its resource. */
  readonly role: 'create' | 'update' | 'other'
}

/** A parameter in the query or in a header of an operation. */
export interface ParameterSite extends Site {
  readonly in: 'query' | 'header'
  readonly name: string
  readonly resource: Resource | undefined
  readonly node: SchemaNode
}

/** A rule for the values of a request. */
export interface ConstraintSite extends Site {
  readonly constraint: Constraint
  readonly node: SchemaNode
}

/** An error code that an operation returns. */
export interface ErrorSite extends Site {
  readonly code: string
  readonly status: number
  /** The fields of an error body. */
  readonly fields: readonly string[]
}

/** An operation on a resource. `operation` is the one with this role. */
export interface ResourceSite extends Site {
  readonly resource: Resource
  readonly role: 'create' | 'read' | 'list' | 'update' | 'remove'
}

/** A list that is read in pages. */
export interface ListSite extends Site {
  readonly resource: Resource
  readonly entries: string
  readonly paging: Paging
}

/** An operation of which requests are signed. */
export interface SignatureSite extends Site {
  readonly scheme: string
}

export interface Sites {
  readonly success: SuccessSite
  readonly header: HeaderSite
  readonly 'response field': ResponseFieldSite
  readonly 'request field': RequestFieldSite
  readonly parameter: ParameterSite
  readonly constraint: ConstraintSite
  readonly error: ErrorSite
  readonly resource: ResourceSite
  readonly list: ListSite
  readonly signature: SignatureSite
}

export type SiteKind = keyof Sites
