import type { z } from 'zod'
import type { BaseApi } from '../../schemas/core/api.ts'
import type { Body, Operation, Shape, SuccessResponse } from '../../schemas/core/operation.ts'
import type { ApiError } from './api-error.ts'
import type { AuthProfile } from './auth/profile.ts'
import type { Clock } from './clock.ts'
import type { Ids } from './ids.ts'
import type { ToInvalidValueText } from './issues.ts'
import type { Cell, StateModel } from './store.ts'
import type { WireRequest, WireResponse } from './wire.ts'

/**
 * Implements one operation. It returns a documented response, or throws one of the operation's error codes. It changes
 * only `state.current`. If it throws, the state is restored. A handler that returns a promise has changed the state
 * before, and later changes it only with `changeLater`.
 */
export type Handler<Op extends Operation, Root> = (context: Context<Op, Root>) => ResultOf<Op> | Promise<ResultOf<Op>>

export interface Context<Op extends Operation, Root> {
  /** Decoded and validated by the schemas of the operation, with defaults. */
  readonly path: Values<Op['params']['path']>
  readonly query: Values<Op['params']['query']>
  readonly header: Values<Op['params']['header']>
  readonly body: BodyOf<Op>
  readonly state: Cell<Root>
  readonly changeLater: ChangeLater<Root>
  /** What the state model has read from the option `behaviour`. */
  readonly behaviour: unknown
  readonly clock: Clock
  readonly ids: Ids
  /** The URL at which the caller reached the mock: scheme, host and port, and the prefix of a proxy. */
  readonly origin: string
  /**
   * Identifies the state: namespace and account in one text. URLs in responses must contain it, because clients request
   * them without the headers of the original request.
   */
  readonly namespace: string
  /** The id in the header of the response. */
  readonly requestId: string
  /** Creates an error to throw. Error codes that the operation does not have do not compile. */
  readonly apiError: ApiErrorOf<Op['errors'][number] | Op['observedErrors'][number]>
}

/** Creates an error with one of some codes. The default message comes from the API's list of errors. */
export type ApiErrorOf<Code extends string> = (code: Code, message?: string) => ApiError

/**
 * Changes the state after the handler has returned. The change is not made if the state was reset or restored in the
 * meantime.
 */
export type ChangeLater<Root = never> = (change: (state: Cell<Root>) => void) => void

type Values<S extends Shape> = { readonly [Name in keyof S]: z.output<S[Name]> }

type BodyOf<Op extends Operation> =
  Op['body'] extends Body<infer S> ? (S extends z.ZodString ? Uint8Array : z.output<S>) : undefined

/** A body whose schema is a plain string is binary. JSON bodies are objects. */
type ResultBody<S extends z.ZodType> = S extends z.ZodString ? string | Uint8Array : z.input<S>

/** One of the success responses of the operation, by status. An undocumented status does not compile. */
export type ResultOf<Op extends Operation> = {
  [Status in keyof Op['success'] & number]: ResponseReading<Status, Op['success'][Status]>
}[keyof Op['success'] & number]

type ResponseReading<Status, R> =
  R extends SuccessResponse<infer S, infer H>
    ? { readonly status: Status; readonly delayMs?: number; readonly mediaType?: string } & (S extends z.ZodType
        ? { readonly body: ResultBody<S> }
        : { readonly body?: undefined }) &
        (HasNames<H> extends true ? { readonly headers: HeadersOf<H> } : { readonly headers?: undefined })
    : never

/** False for an empty shape and for `Shape` itself, which is the inferred type of omitted headers. */
type HasNames<H> = [keyof H] extends [never] ? false : string extends keyof H ? false : true

type HeadersOf<H extends Shape> = { readonly [Name in keyof H]: z.input<H[Name]> & (string | undefined) }

/** The handlers of an API, by the keys of its operations. An operation without a handler returns its example. */
export type HandlersOf<A extends Pick<BaseApi, 'operations'>, Root> = {
  readonly [Key in keyof A['operations']]?: Handler<A['operations'][Key], Root>
}

/** An API with its handlers and its state. */
export interface ApiMock {
  readonly api: BaseApi
  readonly state: StateModel
  readonly handlers: Readonly<Record<string, AnyHandler | undefined>>
  readonly serveAddress?: ServeAddress | undefined
  /** What the request log calls a request for which `serveAddress` returns a response. */
  readonly addressPurpose?: string | undefined
  readonly requestServer?: RequestServer | undefined
  /** Headers of the responses of `serveAddress` that web pages may read. */
  readonly addressHeaders?: readonly string[] | undefined
  /** How requests are authenticated. Default: they are not authenticated. */
  readonly authProfile?: AuthProfile | undefined
  readonly seed?: SeedState | undefined
  /** Default: the words of the mock. */
  readonly toInvalidValueText?: ToInvalidValueText | undefined
  /** By operation key. */
  readonly laterRules?: Readonly<Record<string, CheckLaterRules | undefined>> | undefined
}

/**
 * Checks rules that the governing source does not state, and adds what a body breaks to the leniencies. It may also add a
 * field that the source requires and clients omit. The body is not validated yet.
 */
export type CheckLaterRules = (body: Record<string, unknown>, addRule: (field: string, rule: string) => void) => void

/**
 * Adds resources to a root. `part` is the unvalidated seed for this API. Throws an `ApiError` or a `TypeError` that
 * names the resource and the field if the seed is invalid.
 */
export type SeedState<Root = never> = (
  root: Root,
  part: unknown,
  context: { readonly clock: Clock; readonly ids: Ids },
) => Root

/**
 * Responds to a URL under the base path that is not an operation, for example a download URL from an earlier response.
 * It is read-only and unauthenticated. `find` returns the root of the state that the URL names, and the clock is that
 * of its namespace. Returns `undefined` for other URLs.
 */
export type ServeAddress<Root = never> = (
  request: WireRequest,
  context: { readonly find: (namespace: string) => Root; readonly clock: Clock },
) => WireResponse | undefined

/** Requests under the base path that are not operations, for example through an HTTP trigger. */
export interface RequestServer<Root = never> {
  /** What the request log calls these requests. */
  readonly purpose: string
  /** Whether a path is one of these. The mock then receives every method, also OPTIONS of preflight requests. */
  readonly isOwnPath: (path: string) => boolean
  /** How requests are authenticated, if they must be. */
  readonly authProfile: AuthProfile
  /** It may change the state of the request's account, and throw API errors. */
  readonly serve: (request: WireRequest, context: ServeContext<Root>) => WireResponse | Promise<WireResponse>
}

export interface ServeContext<Root = never>
  extends Omit<Context<Operation, Root>, 'path' | 'query' | 'header' | 'body' | 'origin' | 'apiError'> {
  readonly apiError: ApiErrorOf<string>
  /** Rejects the request because of its credentials. Absent if they are accepted or not checked. */
  readonly refuseCaller: (() => never) | undefined
}

export type AnyHandler = (context: never) => AnyResult | Promise<AnyResult>

export interface AnyResult {
  readonly status: number
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined
  readonly body?: unknown
  /** Delay of the response in milliseconds. */
  readonly delayMs?: number | undefined
  /** Media type of the body if it differs from the documented one. */
  readonly mediaType?: string | undefined
}

interface MockSpec<A extends BaseApi, Root> {
  readonly api: A
  readonly state: StateModel<Root>
  readonly handlers: HandlersOf<A, Root>
  readonly serveAddress?: ServeAddress<Root>
  readonly addressPurpose?: string
  readonly requestServer?: RequestServer<Root>
  readonly addressHeaders?: readonly string[]
  readonly authProfile?: AuthProfile
  readonly seed?: SeedState<Root>
  readonly toInvalidValueText?: ToInvalidValueText
  readonly laterRules?: { readonly [Key in keyof A['operations']]?: CheckLaterRules }
}

/** Joins an API with its handlers. The types check every handler against its operation. */
export function apiMock<const A extends BaseApi, Root>(spec: MockSpec<A, Root>): ApiMock {
  return {
    ...spec,
    // The emulator passes the root of this state model.
    serveAddress: spec.serveAddress as ServeAddress | undefined,
    requestServer: spec.requestServer as RequestServer | undefined,
    seed: spec.seed as SeedState | undefined,
  }
}

/** The same for an API with a handler for every operation. A missing handler does not compile. */
export function completeApiMock<const A extends BaseApi, Root>(
  spec: MockSpec<A, Root> & { readonly handlers: Required<HandlersOf<A, Root>> },
): ApiMock {
  return apiMock(spec)
}
