import type { z } from 'zod'
import type { Body, Operation } from './operation.ts'

/** The parameters of a list that is read in pages. */
export interface Paging {
  /** Field of the response, and query parameter, that leads to the next page. */
  readonly token: string
  readonly limit: string
  /** Lists only keys that begin with a text. */
  readonly prefix?: string
  /** The key at which the list starts. */
  readonly startKey?: string
}

/** Something that an API stores: which operations act on it, and what they have in common. */
export interface Resource {
  /** In lower case, as check ids and messages show it: `alias`. */
  readonly name: string
  /** The resource that it belongs to. Its key comes first in every path. */
  readonly parent?: Resource
  /** Name of the path parameter that identifies it: `aliasName`. */
  readonly key: string
  /**
   * Where the key of a new one stands: in the request body (`body`), or in the response, because the server generates
   * it (`response`). `query`: the creation stores or replaces the one that the query names. `fixture`: no operation
   * creates it. `none`: its parent has exactly one, without a key of its own.
   */
  readonly keyIn: 'body' | 'response' | 'query' | 'fixture' | 'none'
  readonly create?: Operation
  readonly read?: Operation
  /** Path or query parameter of `read` for the key, where the name differs: the operation then reads the parent as of this one. */
  readonly readKey?: string
  /** Body of `read`, where an update without changes is the only way to read. */
  readonly readBody?: Readonly<Record<string, unknown>>
  readonly list?: Operation
  /** Field of the response of `list` that holds the entries. */
  readonly entries?: string
  readonly paging?: Paging
  /** The documented order of the list. Absent: no source states an order. */
  readonly order?: 'newest-first'
  /** Whether keys that differ only in case are the same key is implementation-defined, as for domain names. */
  readonly isCaseOpen?: true
  readonly update?: Operation
  readonly remove?: Operation
  /** Error code for a second one with the same key. */
  readonly exists?: string
  /** Error code for a key that does not exist. */
  readonly missing?: string
  /** Error code for the deletion of one that still has children. */
  readonly notEmpty?: string
  /** Its parent cannot be deleted while it exists: `notEmpty` of the parent is the error code. */
  readonly keepsParent?: true
  /** Response header with the entity tag of the state. */
  readonly etag?: 'ETag'
  /** Field with an id that the server generates. */
  readonly idField?: string
  /** Fields with the times of creation and of the last change. */
  readonly times?: { readonly created: string; readonly modified: string }
  /** Fields that differ between readings of the same state. */
  readonly volatile?: readonly string[]
  /** Fields of requests that no response contains. */
  readonly writeOnly: readonly string[]
  /** Fields of requests that do not change the stored value. */
  readonly ignored?: readonly string[]
}

type Field<T> = T extends object ? keyof T & string : never
type BodyField<O> = O extends { readonly body: Body<infer S> } ? Field<z.input<S>> : string
type ResponseBody<O> = O extends { readonly success: infer S }
  ? {
      [Status in keyof S]: S[Status] extends { readonly schema: infer T extends z.ZodType } ? z.input<T> : never
    }[keyof S]
  : never
type ResponseField<O> = O extends Operation ? Field<ResponseBody<O>> : string
type ListField<T> = T extends object
  ? { [K in keyof T]-?: NonNullable<T[K]> extends readonly unknown[] ? K & string : never }[keyof T]
  : never
type PathName<O> = O extends { readonly params: { readonly path: infer S } } ? keyof S & string : string
type QueryName<O> = O extends { readonly params: { readonly query: infer S } } ? keyof S & string : string
type CodeOf<O> = O extends { readonly errors: readonly (infer Code extends string)[] } ? Code : never

type Maybe = Operation | undefined
/** The codes of the operations that exist; any text where there are none, as for resources of fixtures. */
type AnyCode<R, U, D> = [CodeOf<R> | CodeOf<U> | CodeOf<D>] extends [never] ? string : CodeOf<R> | CodeOf<U> | CodeOf<D>

interface Spec<C extends Maybe, R extends Maybe, L extends Maybe, U extends Maybe, D extends Maybe> {
  readonly name: string
  readonly parent?: Resource
  readonly create?: C
  readonly read?: R
  readonly readBody?: R extends { readonly body: Body<infer S> }
    ? z.input<S> & Readonly<Record<string, unknown>>
    : never
  readonly list?: L
  readonly entries?: L extends Operation ? ListField<ResponseBody<L>> : never
  readonly paging?: L extends Operation
    ? {
        readonly token: QueryName<L> & ResponseField<L>
        readonly limit: QueryName<L>
        readonly prefix?: QueryName<L>
        readonly startKey?: QueryName<L>
      }
    : never
  readonly order?: 'newest-first'
  readonly isCaseOpen?: true
  readonly update?: U
  readonly remove?: D
  readonly exists?: CodeOf<C>
  readonly missing?: AnyCode<R, U, D>
  readonly notEmpty?: CodeOf<D>
  readonly keepsParent?: true
  readonly etag?: 'ETag'
  readonly idField?: ResponseField<R>
  readonly times?: { readonly created: ResponseField<R>; readonly modified: ResponseField<R> }
  readonly volatile?: readonly ResponseField<R>[]
  readonly writeOnly?: readonly BodyField<C>[]
  readonly ignored?: readonly BodyField<U>[]
}

/** The key must be a name of the paths of `update` and `remove`, and of `read` unless `readKey` is. */
type KeySpec<C, R, U, D> = (
  | { readonly keyIn: 'body'; readonly key: BodyField<C> & PathName<U> & PathName<D> }
  | { readonly keyIn: 'response'; readonly key: ResponseField<C> & PathName<U> & PathName<D> }
  | { readonly keyIn: 'fixture' | 'none'; readonly key: PathName<U> & PathName<D> }
) &
  (
    | { readonly readKey: PathName<R> | QueryName<R>; readonly key: string }
    | { readonly readKey?: never; readonly key: PathName<R> }
  )

/**
 * Declares a resource. A key that is not in the path, a field that a request or a response does not have and an error
 * code that an operation does not have do not compile.
 */
export function resource<
  const C extends Maybe = undefined,
  const R extends Maybe = undefined,
  const L extends Maybe = undefined,
  const U extends Maybe = undefined,
  const D extends Maybe = undefined,
>(spec: Spec<C, R, L, U, D> & KeySpec<C, R, U, D>): Resource {
  return { ...(spec as Omit<Resource, 'writeOnly'>), writeOnly: spec.writeOnly ?? [] } // Spec only narrows the fields
}

/** Keys from the outermost resource to this one. */
export function toKeys({ parent, key, keyIn }: Resource): readonly string[] {
  return [...(parent ? toKeys(parent) : []), ...(keyIn === 'none' ? [] : [key])]
}
