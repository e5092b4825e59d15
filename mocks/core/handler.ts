import type { z } from 'zod'
import type { Api } from '../../schemas/core/api.ts'
import type { Body, Operation, Reply, Shape } from '../../schemas/core/operation.ts'
import type { AuthProfile } from './auth/profile.ts'
import type { Clock } from './clock.ts'
import type { Fault } from './api-error.ts'
import type { Ids } from './ids.ts'
import type { Cell, StateModel } from './store.ts'
import type { WireRequest, WireResult } from './wire.ts'

/**
 * Answers one operation: returns a reply that the operation documents, or throws a fault of one of its codes.
 * It runs in one go and changes nothing but `state.current`, which is put back when it throws.
 */
export type Handler<Op extends Operation, Root> = (context: Context<Op, Root>) => ReplyOf<Op>

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
   * Names the state: namespace and account in one text. An address in an answer must carry it, for it is asked for
   * without the caller's headers.
   */
  readonly namespace: string
  /** A fault to throw; codes that the operation does not have do not compile. */
  readonly fault: FaultOf<Op['errors'][number] | Op['observedErrors'][number]>
}

/** Makes a fault of one of some codes; the catalogue's message stands where none is given. */
export type FaultOf<Code extends string> = (code: Code, message?: string) => Fault

type Values<S extends Shape> = { readonly [Name in keyof S]: z.output<S[Name]> }

type BodyOf<Op extends Operation> =
  Op['body'] extends Body<infer S> ? (S extends z.ZodString ? Uint8Array : z.output<S>) : undefined

/** A body whose schema is a bare string is bytes, and no JSON: JSON bodies are objects. */
type ReplyBody<S extends z.ZodType> = S extends z.ZodString ? string | Uint8Array : z.input<S>

/** One of the operation's success answers, told apart by status. An undocumented status does not compile. */
export type ReplyOf<Op extends Operation> = {
  [Status in keyof Op['success'] & number]: Answer<Status, Op['success'][Status]>
}[keyof Op['success'] & number]

type Answer<Status, R> =
  R extends Reply<infer S, infer H>
    ? { readonly status: Status; readonly delayMs?: number } & (S extends z.ZodType
        ? { readonly body: ReplyBody<S> }
        : { readonly body?: undefined }) &
        (HasNames<H> extends true ? { readonly headers: HeadersOf<H> } : { readonly headers?: undefined })
    : never

/** False for the empty shape, and for `Shape` itself, which inference makes of headers that were left out. */
type HasNames<H> = [keyof H] extends [never] ? false : string extends keyof H ? false : true

type HeadersOf<H extends Shape> = { readonly [Name in keyof H]: z.input<H[Name]> & (string | undefined) }

/** The handlers of an API, by the keys of its operations. An operation without one answers from its examples. */
export type HandlersOf<A extends Pick<Api, 'operations'>, Root> = {
  readonly [Key in keyof A['operations']]?: Handler<A['operations'][Key], Root>
}

/** An API with the handlers and the state that bring it to life. */
export interface ApiMock {
  readonly api: Api
  readonly state: StateModel
  readonly handlers: Readonly<Record<string, AnyHandler | undefined>>
  /** Response headers that the wire spells otherwise than the page: by the page's name. */
  readonly spellings: Readonly<Record<string, string>>
  readonly answerAddress?: AnswerAddress | undefined
  /** How its requests are authenticated; where there is none, nothing is asked of them. */
  readonly authProfile?: AuthProfile | undefined
  readonly seed?: SeedState | undefined
}

/**
 * The root with resources more. `part` is what the seed has under the id of this API: nobody has looked at it yet.
 * Whatever is wrong with it is thrown, as a `Fault` or a `TypeError` whose message names the resource and the field.
 */
export type SeedState<Root = never> = (
  root: Root,
  part: unknown,
  context: { readonly clock: Clock; readonly ids: Ids },
) => Root

/**
 * Answers an address under the base path that is no operation, such as one that an answer named for a download. It can
 * only read: `find` gives the root of a `namespace` that a handler was given, and the clock is that of the namespace
 * which was found. No credentials were asked for. Nothing is said of addresses not its own.
 */
export type AnswerAddress<Root = never> = (
  request: WireRequest,
  context: { readonly find: (namespace: string) => Root; readonly clock: Clock },
) => WireResult | undefined

export type AnyHandler = (context: never) => AnyReply

export interface AnyReply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined
  readonly body?: unknown
  /** How long the answer is held back, in milliseconds. */
  readonly delayMs?: number | undefined
}

interface MockSpec<A extends Api, Root> {
  readonly api: A
  readonly state: StateModel<Root>
  readonly handlers: HandlersOf<A, Root>
  readonly spellings?: Readonly<Record<string, string>>
  readonly answerAddress?: AnswerAddress<Root>
  readonly authProfile?: AuthProfile
  readonly seed?: SeedState<Root>
}

/** Joins an API with its handlers; every handler is checked against its operation here. */
export function apiMock<const A extends Api, Root>(spec: MockSpec<A, Root>): ApiMock {
  return {
    ...spec,
    spellings: spec.spellings ?? {},
    // Whoever calls these two hands over the root of this very model.
    answerAddress: spec.answerAddress as AnswerAddress | undefined,
    seed: spec.seed as SeedState | undefined,
  }
}

/** The same for an API whose every operation has a handler: where one is missing, it does not compile. */
export function completeApiMock<const A extends Api, Root>(
  spec: MockSpec<A, Root> & { readonly handlers: Required<HandlersOf<A, Root>> },
): ApiMock {
  return apiMock(spec)
}
