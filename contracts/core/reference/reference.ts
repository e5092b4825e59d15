import type { Operation } from '../../../schemas/core/operation.ts'
import type { Tolerance } from '../assertions/tolerance.ts'
import type { Send } from '../cleanup/cleanup-log.ts'
import type { CoreContext } from '../context.ts'
import type { Input } from '../http/wire-request.ts'

/** What random sequences of calls are made of, for one API. */
export interface Reference {
  readonly calls: readonly ReferenceCall[]
  /** What can be read back after a write, to tell whether the write or the reading is at fault. */
  readonly kinds: readonly ReferenceKind[]
  readonly fields: ChosenFields
  /** The code that says that this name of a path does not exist. */
  readonly missing: Readonly<Record<string, string>>
  /** What a tag of another state, sent in If-Match, may lead to. */
  readonly wrongTag: Tolerance
  /** What refusals rest on that the page of an operation does not list, by their codes. */
  readonly clauses?: Readonly<Record<string, string>>
  /** What the team lends to a sequence: names of paths that lead somewhere from the beginning, and other texts. */
  readonly pool?: (core: Pick<CoreContext, 'supplied' | 'acquire'>) => Promise<PathValues>
  /** Makes what is lent be there on both sides, and be the same; done before each attempt. */
  readonly prepare?: (send: Readonly<Record<'target' | 'reference', Send>>, pooled: PathValues) => Promise<void>
}

/** One operation and the values that its requests are drawn from. */
export interface ReferenceCall {
  readonly operation: Operation
  /** How often it is drawn, against the others. */
  readonly weight: number
  /** For each name of the path, what may stand there; a draft of `undefined` leaves the name out. */
  readonly path: Drafts
  readonly query?: Drafts
  readonly headers?: Drafts
  readonly body?: ReferenceBody
  /** Bytes in place of a body. */
  readonly rawBody?: string
  /** The response is a list: its pages are read to the end. */
  readonly list?: ReferenceList
  /** The operation that returns the ETag which If-Match of this call names; absent where no condition is drawn. */
  readonly tagOf?: Operation
  /** The code that refuses a second one of the same name. */
  readonly exists?: string
  /** The body of a success and its headers say nothing that can be compared. */
  readonly isOpaque?: true
  /** What the pages leave open about this very request. */
  readonly open?: (input: Input, known: Known) => Tolerance | undefined
}

/**
 * A value of a request, or how to find it once the sequence runs; `path` has the names of the path. One that returns
 * nothing has to wait for what it refers to, and its call with it.
 */
export type Draft = JsonDraft | ((at: Surroundings, path: PathValues) => string | undefined)
type JsonDraft = undefined | string | number | boolean | null | readonly Draft[] | { readonly [field: string]: Draft }
export type Drafts = Readonly<Record<string, readonly Draft[]>>

export interface ReferenceBody {
  /** In every body. */
  readonly required: Drafts
  /** In some. A request without required fields has one of these at least. */
  readonly optional: Drafts
  /** Constraints whose refusal the pages leave open, by their ids. */
  readonly unrefused?: RegExp
}

export interface ReferenceList {
  /** Field of the response that holds the entries. */
  readonly entries: string
  /** Field of the response, and query parameter, that leads to the next page. */
  readonly token: string
  /** Field of an entry that tells it from the others, and the name of the path that it is known by. */
  readonly nameField: string
  /** The page documents the order. */
  readonly isOrdered?: true
  /** The list is of the whole account: the query parameter that narrows it to names of this sequence. */
  readonly prefix?: string
}

export interface ReferenceKind {
  readonly writes: readonly Operation[]
  readonly read?: Operation
  /** What reading needs besides the path, where an operation that changes is what reads. */
  readonly readBody?: Readonly<Record<string, Draft>>
  readonly list?: Operation
  /** The names that lead to one of the kind. */
  readonly names: readonly string[]
}

/** Fields whose values are the server's choice. */
export interface ChosenFields {
  /** One for each resource, kept as long as it lives. */
  readonly ids: readonly string[]
  /**
   * Values of a server that stand one for one for the model's, like names that it gives and sums of a kind that no page
   * names, each with the names of the path that it is unique in.
   */
  readonly names: Readonly<Record<string, readonly string[]>>
  /** The time of creation: kept as long as the resource lives. */
  readonly created: readonly string[]
  /** The time of the last change: kept until the next write. */
  readonly modified: readonly string[]
  /** Anything may stand there. */
  readonly free: readonly string[]
  /** Computed from the request, so that every server must come to the same. */
  readonly derived: readonly string[]
}

export type PathValues = Readonly<Record<string, string>>

/** What a draft may refer to, on the side of the target or of the model. */
export interface Surroundings {
  /** A name of this sequence: the same one for the same word. */
  readonly name: (word: string) => string
  /** The path of what a creation made within a parent, counted from the newest (0); deleted ones count, too. */
  readonly made: (create: Operation, within: PathValues, index: number) => PathValues | undefined
  /** What the team lends. */
  readonly pooled: PathValues
}

/** What the sequence knows of the state, from what the model returned. */
export interface Known {
  /** Paths of what a creation made at or below a path and what is still there. */
  readonly alive: (create: Operation, within: PathValues) => readonly PathValues[]
  /** Writes at or below a path that succeeded after the last one of this operation; nothing where there was none. */
  readonly writesSince: (operation: Operation, within: PathValues) => readonly string[] | undefined
}
