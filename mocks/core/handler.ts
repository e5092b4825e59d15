import type { z } from 'zod'
import type { Api } from '../../schemas/core/api.ts'
import type { Body, Operation, SuccessResponse, Shape } from '../../schemas/core/operation.ts'
import type { AuthProfile } from './auth/profile.ts'
import type { Clock } from './clock.ts'
import type { ApiError } from './api-error.ts'
import type { Ids } from './ids.ts'
import type { Cell, StateModel } from './store.ts'
import type { WireRequest, WireResponse } from './wire.ts'

/**
 * Returns one operation: returns a response that the operation documents, or throws a fault of one of its codes.
 * It runs in one go and changes nothing but `state.current`, which is put back when it throws.
 */
export type Handler<Op extends Operation, Root> = (context: Context<Op, Root>) => ResultOf<Op>

export interface Context<Op extends Operation, Root> {
  /** Decoded and validated, as the operation's schemas say, defaults filled in. */
  readonly path: Values<Op['params']['path']>
  readonly query: Values<Op['params']['query']>
  readonly header: Values<Op['params']['header']>
  readonly body: BodyOf<Op>
  readonly state: Cell<Root>
  readonly clock: Clock
  readonly ids: Ids
  /** Scheme, host and port under which the caller reached the mock. */
  readonly origin: string
  /**
   * Names the state: namespace and account in one text. An address in a response must carry it, for it is asked for
   * without the caller's headers.
   */
  readonly namespace: string
  /** A fault to throw; codes that the operation does not have do not compile. */
  readonly apiError: ApiErrorOf<Op['errors'][number] | Op['observedErrors'][number]>
}

/** Makes a fault of one of some codes; the catalogue's message stands where none is given. */
export type ApiErrorOf<Code extends string> = (code: Code, message?: string) => ApiError

type Values<S extends Shape> = { readonly [Name in keyof S]: z.output<S[Name]> }

type BodyOf<Op extends Operation> =
  Op['body'] extends Body<infer S> ? (S extends z.ZodString ? Uint8Array : z.output<S>) : undefined

/** A body whose schema is a bare string is bytes, and no JSON: JSON bodies are objects. */
type ResultBody<S extends z.ZodType> = S extends z.ZodString ? string | Uint8Array : z.input<S>

/** One of the operation's success responses, told apart by status. An undocumented status does not compile. */
export type ResultOf<Op extends Operation> = {
  [Status in keyof Op['success'] & number]: ResponseReading<Status, Op['success'][Status]>
}[keyof Op['success'] & number]

type ResponseReading<Status, R> =
  R extends SuccessResponse<infer S, infer H>
    ? { readonly status: Status; readonly delayMs?: number } & (S extends z.ZodType
        ? { readonly body: ResultBody<S> }
        : { readonly body?: undefined }) &
        (HasNames<H> extends true ? { readonly headers: HeadersOf<H> } : { readonly headers?: undefined })
    : never

/** False for the empty shape, and for `Shape` itself, which inference makes of headers that were left out. */
type HasNames<H> = [keyof H] extends [never] ? false : string extends keyof H ? false : true

type HeadersOf<H extends Shape> = { readonly [Name in keyof H]: z.input<H[Name]> & (string | undefined) }

/** The handlers of an API, by the keys of its operations. An operation without one returns from its examples. */
export type HandlersOf<A extends Pick<Api, 'operations'>, Root> = {
  readonly [Key in keyof A['operations']]?: Handler<A['operations'][Key], Root>
}

/** An API with the handlers and the state that bring it to life. */
export interface ApiMock {
  readonly api: Api
  readonly state: StateModel
  readonly handlers: Readonly<Record<string, AnyHandler | undefined>>
  /** Response headers that the wire spells otherwise than the page: by the page's name. */
  readonly headerNames: Readonly<Record<string, string>>
  readonly serveAddress?: ServeAddress | undefined
  /** How its requests are authenticated; where there is none, nothing is asked of them. */
  readonly authProfile?: AuthProfile | undefined
  readonly seed?: SeedState | undefined
}

/**
 * The root with resources more. `part` is what the seed has under the id of this API: nobody has looked at it yet.
 * Whatever is wrong with it is thrown, as a `ApiError` or a `TypeError` whose message names the resource and the field.
 */
export type SeedState<Root = never> = (
  root: Root,
  part: unknown,
  context: { readonly clock: Clock; readonly ids: Ids },
) => Root

/**
 * Returns an address under the base path that is no operation, such as one that a response named for a download. It can
 * only read: `find` gives the root of a `namespace` that a handler was given, and the clock is that of the namespace
 * which was found. No credentials were asked for. Nothing is said of addresses not its own.
 */
export type ServeAddress<Root = never> = (
  request: WireRequest,
  context: { readonly find: (namespace: string) => Root; readonly clock: Clock },
) => WireResponse | undefined

export type AnyHandler = (context: never) => AnyResult

export interface AnyResult {
  readonly status: number
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined
  readonly body?: unknown
  /** How long the response is held back, in milliseconds. */
  readonly delayMs?: number | undefined
}

interface MockSpec<A extends Api, Root> {
  readonly api: A
  readonly state: StateModel<Root>
  readonly handlers: HandlersOf<A, Root>
  readonly headerNames?: Readonly<Record<string, string>>
  readonly serveAddress?: ServeAddress<Root>
  readonly authProfile?: AuthProfile
  readonly seed?: SeedState<Root>
}

/** Joins an API with its handlers; every handler is checked against its operation here. */
export function apiMock<const A extends Api, Root>(spec: MockSpec<A, Root>): ApiMock {
  return {
    ...spec,
    headerNames: spec.headerNames ?? {},
    // Whoever calls these two hands over the root of this very model.
    serveAddress: spec.serveAddress as ServeAddress | undefined,
    seed: spec.seed as SeedState | undefined,
  }
}

/** The same for an API whose every operation has a handler: where one is missing, it does not compile. */
export function completeApiMock<const A extends Api, Root>(
  spec: MockSpec<A, Root> & { readonly handlers: Required<HandlersOf<A, Root>> },
): ApiMock {
  return apiMock(spec)
}
