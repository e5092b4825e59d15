import type { Operation } from '../../../schemas/core/operation.ts'
import type { Tolerance } from '../assertions/tolerance.ts'
import type { Send } from '../cleanup/cleanup-log.ts'
import type { CoreContext } from '../context.ts'
import type { Input } from '../http/wire-request.ts'

/** The calls, values and rules from which random sequences of calls of one API are drawn. */
export interface Reference {
  readonly calls: readonly ReferenceCall[]
  /** The reads after a write. They show whether the write or the read is wrong. */
  readonly kinds: readonly ReferenceKind[]
  readonly fields: ServerFields
  /** Error codes for missing resources, by path parameter. */
  readonly missing: Readonly<Record<string, string>>
  /** Accepted responses to If-Match with the ETag of another state. */
  readonly wrongTag: Tolerance
  /** Clauses for error codes that the source of an operation does not list, by code. */
  readonly clauses?: Readonly<Record<string, string>>
  /** Values of fixtures for one sequence: path parameters of existing resources, and other texts. */
  readonly pool?: (core: Pick<CoreContext, 'supplied' | 'acquire'>) => Promise<PathValues>
  /** Gives the fixtures the same state on both sides, before each attempt. */
  readonly prepare?: (send: Readonly<Record<'target' | 'reference', Send>>, pooled: PathValues) => Promise<void>
}

/** One operation and the values that its requests are drawn from. */
export interface ReferenceCall {
  readonly operation: Operation
  /** How often it is drawn, relative to the other calls. */
  readonly weight: number
  /** The possible values of each path parameter. `undefined` leaves the parameter out. */
  readonly path: Drafts
  readonly query?: Drafts
  readonly headers?: Drafts
  readonly body?: ReferenceBody
  /** Raw bytes that replace the body. */
  readonly rawBody?: string
  /** The operation is a list. All of its pages are read. */
  readonly list?: ReferenceList
  /** The operation that returns the ETag for If-Match of this call. Absent: the call has no condition. */
  readonly tagOf?: Operation
  /** Error code for a second resource with the same key. */
  readonly exists?: string
  /** The headers and the body of a success are not compared. */
  readonly isOpaque?: true
  /** Implementation-defined responses to this request. */
  readonly open?: (input: Input, known: Known) => Tolerance | undefined
}

/**
 * A value of a request, or a function that finds it while the sequence runs. `path` has the path parameters. If the
 * function returns `undefined`, the call waits until the value exists.
 */
export type Draft = JsonDraft | ((at: Surroundings, path: PathValues) => string | undefined)
type JsonDraft = undefined | string | number | boolean | null | readonly Draft[] | { readonly [field: string]: Draft }
export type Drafts = Readonly<Record<string, readonly Draft[]>>

export interface ReferenceBody {
  /** In every body. */
  readonly required: Drafts
  /** In some bodies. A request without required fields has at least one of these. */
  readonly optional: Drafts
  /** Ids of constraints that a server need not enforce. */
  readonly unrefused?: RegExp
}

export interface ReferenceList {
  /** Field of the response that holds the entries. */
  readonly entries: string
  /** Field of the response, and query parameter, that leads to the next page. */
  readonly token: string
  /** Field of an entry, and path parameter, with the key. */
  readonly nameField: string
  /** The source documents the order. */
  readonly isOrdered?: true
  /** For a list of the whole account: the query parameter that limits it to names of this sequence. */
  readonly prefix?: string
}

export interface ReferenceKind {
  readonly writes: readonly Operation[]
  readonly read?: Operation
  /** The body of a read, where an operation that changes a resource also reads it. */
  readonly readBody?: Readonly<Record<string, Draft>>
  readonly list?: Operation
  /** The path parameters that identify a resource of this kind. */
  readonly names: readonly string[]
}

/** Fields with implementation-defined values. */
export interface ServerFields {
  /** Unique for each resource, and constant while it exists. */
  readonly ids: readonly string[]
  /**
   * Values that correspond one to one to those of the reference implementation, such as generated keys and undocumented
   * checksums. Each with the path parameters within which it is unique.
   */
  readonly names: Readonly<Record<string, readonly string[]>>
  /** The time of creation. It is constant while the resource exists. */
  readonly created: readonly string[]
  /** The time of the last change. It is constant until the next write. */
  readonly modified: readonly string[]
  /** Any value is accepted. */
  readonly free: readonly string[]
  /** Computed from the request, so they are equal on every server. */
  readonly derived: readonly string[]
}

export type PathValues = Readonly<Record<string, string>>

/** Values that a draft may use, on the side of the target or of the reference implementation. */
export interface Surroundings {
  /** A name of this sequence. The same word always gives the same name. */
  readonly name: (word: string) => string
  /** The path of a resource that was created within a parent, counted from the newest (0). Deleted ones count too. */
  readonly made: (create: Operation, within: PathValues, index: number) => PathValues | undefined
  /** The values of the fixtures. */
  readonly pooled: PathValues
}

/** The state according to the responses of the reference implementation. */
export interface Known {
  /** Paths of existing resources that an operation created at or below a path. */
  readonly alive: (create: Operation, within: PathValues) => readonly PathValues[]
  /** Successful writes at or below a path after the last one of this operation. `undefined`: there was none. */
  readonly writesSince: (operation: Operation, within: PathValues) => readonly string[] | undefined
}
