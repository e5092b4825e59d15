import type { z } from 'zod'
import type { Mark } from './provenance.ts'
import { type Citation, cite, type Source } from './source.ts'

/** The names between braces of a path template: `'/a/{x}/b/{y}'` to `'x' | 'y'`. */
export type PathNames<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathNames<Rest>
  : never

export type Shape = Readonly<Record<string, z.ZodType>>
type Empty = Readonly<Record<never, never>>

export type Method = 'get' | 'post' | 'put' | 'delete'

/** An example for documents and mock servers. */
export interface Example<T = unknown> {
  readonly summary: string
  readonly value: T
}
export type Examples<T = unknown> = Readonly<Record<string, Example<T>>>

export interface Body<S extends z.ZodType = z.ZodType> {
  readonly mediaType: string
  readonly schema: S
  readonly required: boolean
  readonly description: string
  readonly examples: Examples<z.input<S>>
  /** Quirks of the body as a whole. */
  readonly quirks?: readonly string[]
}

/** A success response: its body and headers. Responses 202 and 204 have no body. */
export interface SuccessResponse<S extends z.ZodType | undefined = z.ZodType | undefined, H extends Shape = Shape> {
  readonly description: string
  readonly mediaType: string
  readonly schema: S
  readonly headers: H
  readonly examples: Examples
  readonly provenance?: Mark
}

/**
 * One operation of an API. The OpenAPI operation, the request and response types, the routes and validation of the emulator,
 * the URLs of the suite and the coverage are derived from this value.
 */
export interface Operation {
  /** The operation id of the vendor. */
  readonly id: string
  readonly tag: string
  readonly summary: string
  readonly description: string
  readonly method: Method
  readonly path: string
  /** A second path of the same operation, with a version or an alias. */
  readonly qualifiedPath?: string
  readonly source: Citation
  /** The vendor advises against the operation. */
  readonly deprecated?: true
  readonly provenance?: Mark
  readonly quirks: readonly string[]
  readonly params: { readonly path: Shape; readonly query: Shape; readonly header: Shape }
  readonly body?: Body
  readonly success: Readonly<Record<number, SuccessResponse>>
  /** Codes that the governing source documents for this operation. */
  readonly errors: readonly string[]
  /** Codes that real servers return for this operation, but that the governing source does not document. */
  readonly observedErrors: readonly string[]
  /** Statuses of errors that the vendor's definition states without codes. */
  readonly errorStatuses?: readonly number[]
}

/** Rejects keys that are not names of the path template. */
type ExactKeys<S, Names extends string> = { readonly [K in Exclude<keyof S, Names>]: never }

interface Spec<
  Path extends string,
  Qualified extends string,
  PathShape extends Shape,
  Query extends Shape,
  Header extends Shape,
  B extends Body | undefined,
  Success extends Readonly<Record<number, SuccessResponse>>,
  Code extends string,
> {
  readonly id: string
  readonly tag: string
  readonly summary: string
  readonly description: string
  readonly method: Method
  readonly path: Path
  readonly qualifiedPath?: Qualified
  /** The source that states the operation, under its id unless there is a clause. */
  readonly source: Source | Citation
  readonly deprecated?: true
  readonly provenance?: Mark
  readonly quirks?: readonly string[]
  readonly params: {
    readonly path: PathShape &
      Record<PathNames<Path | Qualified>, z.ZodType> &
      ExactKeys<PathShape, PathNames<Path | Qualified>>
    readonly query?: Query
    readonly header?: Header
  }
  readonly body?: B
  readonly success: Success
  readonly errors: readonly Code[]
  readonly observedErrors?: readonly Code[]
  readonly errorStatuses?: readonly number[]
}

/** Declares an operation. A template whose names differ from `params.path` does not compile. */
export function operation<
  const Path extends string,
  const PathShape extends Shape,
  const Success extends Readonly<Record<number, SuccessResponse>>,
  const Code extends string,
  const Qualified extends string = never,
  const Query extends Shape = Empty,
  const Header extends Shape = Empty,
  const B extends Body | undefined = undefined,
>(spec: Spec<Path, Qualified, PathShape, Query, Header, B, Success, Code>) {
  return {
    ...spec,
    source: 'clause' in spec.source ? spec.source : cite(spec.source, spec.id),
    quirks: spec.quirks ?? [],
    observedErrors: spec.observedErrors ?? [],
    // An absent group is the empty shape, which is the default of the type parameter.
    params: {
      path: spec.params.path as PathShape,
      query: (spec.params.query ?? {}) as Query,
      header: (spec.params.header ?? {}) as Header,
    },
    body: spec.body as B,
  }
}

/** A JSON body. */
export function json<S extends z.ZodType>(
  schema: S,
  spec: { description: string; examples: Examples<z.input<S>>; required?: boolean; quirks?: readonly string[] },
): Body<S> {
  return {
    mediaType: 'application/json',
    schema,
    required: spec.required ?? true,
    description: spec.description,
    examples: spec.examples,
    ...(spec.quirks && { quirks: spec.quirks }),
  }
}

/** A JSON response with headers. */
export function response<S extends z.ZodType, const H extends Shape = Empty>(
  schema: S,
  spec: {
    description: string
    examples: Examples<z.input<S>>
    headers?: H
    mediaType?: string
    provenance?: Mark
  },
): SuccessResponse<S, H> {
  return {
    description: spec.description,
    mediaType: spec.mediaType ?? 'application/json',
    schema,
    headers: (spec.headers ?? {}) as H, // an absent group is the empty shape
    examples: spec.examples,
    ...(spec.provenance && { provenance: spec.provenance }),
  }
}

/** A response without a body. */
export function noContent(description: string): SuccessResponse<undefined, Empty> {
  return { description, mediaType: '', schema: undefined, headers: {}, examples: {} }
}
