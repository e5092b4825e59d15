import type { Random } from '../../schemas/core/lib/random.ts'
import type { Explanation } from './auth/result.ts'
import type { AuthSettings } from './auth/settings.ts'
import type { Clock } from './clock.ts'
import type { ApiMock } from './handler.ts'
import type { Ids } from './ids.ts'
import type { Names } from './names.ts'
import type { RequestLogSettings } from './request-log/request-log.ts'
import type { Behaviour } from './store.ts'

/** A form of an OpenAPI document. */
export interface DocumentForm {
  readonly format: 'json' | 'yaml'
  readonly openapi: '3.1' | '3.0'
  /** `documented`: without everything that has a mark. */
  readonly profile: 'documented' | 'observed'
}

/** The options of an emulator. The adapter supplies the clock and the random numbers of its platform. */
export interface EmulatorOptions<N extends Names = Names> {
  readonly mocks: readonly ApiMock[]
  readonly clock: Clock
  readonly ids: Ids
  /** Random numbers for faults with a probability. Default: the same sequence in every run. */
  readonly random?: Random | undefined
  /**
   * Makes ids, request ids, ETags and times repeat if the same requests are sent again. A number from 0 to 2^32 - 1, or
   * any text. It replaces `clock`, `ids` and `random`: each namespace gets its own, and a reset restarts them. The
   * clock starts at {@link deterministicStart} and moves by one second with every request.
   */
  readonly deterministic?: number | string | undefined
  /** Largest body in bytes. Default: 80 MiB. */
  readonly maxBodyBytes?: number | undefined
  /** Whether every response is validated against the schema of its operation. Default: true. */
  readonly checkResults?: boolean | undefined
  /** Additional behaviour of every namespace, for example what invocations return. A reset restores it. */
  readonly behaviour?: Behaviour | undefined
  /** Resources that every namespace has at the start. A reset restores them. */
  readonly seed?: N['seed'] | undefined
  /** How credentials are checked. Default: they are not checked. */
  readonly auth?: AuthSettings | undefined
  /**
   * The time to compare the dates of signed requests with, in milliseconds since 1970, UTC. Default: `clock`. Setting
   * or advancing the clock of the mock changes this time too.
   */
  readonly authNow?: (() => number) | undefined
  /** Called for each wrong signature if `auth.explain` is set. The explanation contains no secret. */
  readonly onExplain?: ((explained: Explained) => void) | undefined
  /** Rejects undocumented elements of requests. By default they are accepted and recorded in the request log. */
  readonly strict?: boolean | undefined
  /**
   * The URL at which clients reach the mock, for URLs in responses. Default: the address that the client used, or what a
   * proxy states in `X-Forwarded-Proto`, `X-Forwarded-Host` and `X-Forwarded-Prefix`.
   */
  readonly publicUrl?: string | undefined
  /**
   * The account of requests that name no account. By default, such requests share the state of the first account that
   * is named in their namespace. If only one account is in use, all clients see the same state.
   */
  readonly defaultAccount?: string | undefined
  readonly requestLog?: RequestLogSettings | undefined
  /** Largest number of snapshots. A new snapshot then replaces the oldest. Default: 100. */
  readonly mostSnapshots?: number | undefined
  /** The token that requests to the control API must send. Default: no token is needed. */
  readonly controlToken?: string | undefined
  /** Parses YAML in requests to the control API. It may throw. Default: only JSON is accepted. */
  readonly readYaml?: ((text: string) => unknown) | undefined
  /** Returns the OpenAPI document of an API, which the mock serves. Default: the mock serves no documents. */
  readonly readDocument?: ((api: string, form: DocumentForm) => string) | undefined
  /** Called after each request, except for requests to the control API. */
  readonly onRequest?: ((handled: HandledRequest) => void) | undefined
  /**
   * Called with a thrown value that is not an `ApiError`. The client then gets the internal error of the API. By
   * default, `handle` throws the value.
   */
  readonly onDefect?: ((defect: unknown, place: string) => void) | undefined
}

/** A request in short. */
export interface HandledRequest {
  readonly method: string
  /** As it was sent. It may contain any character. */
  readonly path: string
  readonly operation: string | undefined
  /** What the request is for if it belongs to no operation, such as `code download`. */
  readonly purpose: string | undefined
  readonly status: number
  /** The error code of the response. */
  readonly code: string | undefined
  /** The violated rule. */
  readonly rule: string | undefined
  readonly durationMs: number
}

/** A wrong signature, and the request that it belongs to. */
export interface Explained {
  readonly api: string
  readonly operation: string
  readonly requestId: string
  readonly explanation: Explanation
}
