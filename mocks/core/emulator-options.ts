import type { Explanation } from './auth/result.ts'
import type { AuthSettings } from './auth/settings.ts'
import type { Clock } from './clock.ts'
import type { Seed } from './control/seed.ts'
import type { ApiMock } from './handler.ts'
import type { Random } from '../../schemas/core/lib/random.ts'
import type { Ids } from './ids.ts'
import type { RequestLogSettings } from './request-log/request-log.ts'
import type { Behaviour } from './store.ts'

/** What an emulator is made of. The adapter gives the clock and the randomness of its platform; the rest is the user's. */
export interface EmulatorOptions {
  readonly mocks: readonly ApiMock[]
  readonly clock: Clock
  readonly ids: Ids
  /** Decides on faults with a probability; numbers that repeat unless given. */
  readonly random?: Random | undefined
  /**
   * Ids, request ids, ETags and times repeat over two runs of the same requests. A number from 0 to 2^32 - 1, or any
   * text. It takes the place of `clock`, `ids` and `random`: each namespace then has its own of them, which begin anew
   * with a reset. The clock starts at {@link deterministicStart} and moves by a second with every request.
   */
  readonly deterministic?: number | string | undefined
  /** Largest body in bytes; 80 MiB unless given. */
  readonly maxBodyBytes?: number | undefined
  /** Whether every response is validated against its own schema; true unless given. */
  readonly checkResults?: boolean | undefined
  /** What every namespace begins with, and returns to by a reset. */
  readonly behaviour?: Behaviour | undefined
  /** Resources that every namespace begins with, and returns to by a reset. */
  readonly seed?: Seed | undefined
  /** What is asked of credentials; nothing unless given. */
  readonly auth?: AuthSettings | undefined
  /**
   * Milliseconds since 1970, UTC: what the dates of signed requests are compared with; `clock` unless given. What the
   * user does to the mock's clock is done to this one too.
   */
  readonly authNow?: (() => number) | undefined
  /** Told of each wrong signature, where `auth.explain` is set. It holds no secret. */
  readonly onExplain?: ((explained: Explained) => void) | undefined
  /** Refuse what the pages do not list, which is otherwise taken and noted in the request log. */
  readonly strict?: boolean | undefined
  /**
   * The account of requests that name none. Unless given, they share the state of the first account that is named in
   * their namespace: with one account in use, all of its clients see the same.
   */
  readonly defaultAccount?: string | undefined
  readonly requestLog?: RequestLogSettings | undefined
  /** Most snapshots that are kept; the oldest is dropped for one more. 100 unless given. */
  readonly mostSnapshots?: number | undefined
  /** CommandInput of requests to the control plane, where given. */
  readonly controlToken?: string | undefined
  /** Reads the YAML of a request to the control plane; without it, JSON alone is taken. It may throw. */
  readonly readYaml?: ((text: string) => unknown) | undefined
  /**
   * Told of what was thrown and is no `ApiError`. When it returns, the client gets the API's internal error;
   * unless given, `handle` throws the defect.
   */
  readonly onDefect?: ((defect: unknown, place: string) => void) | undefined
}

/** A wrong signature, and where it came from. */
export interface Explained {
  readonly api: string
  readonly operation: string
  readonly requestId: string
  readonly explanation: Explanation
}
