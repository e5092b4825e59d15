import type { Names } from '../names.ts'
import type { ConnectionFault } from '../wire.ts'

/**
 * A fault, and the requests that it applies to. At least one of `delayMs`, `error`, `code`, `status` and `connection` is
 * required. `error` and `code` have the same meaning as in the header `Prefer`.
 */
export interface FaultOptions<N extends Names = Names> {
  /** Id of an API. Default: any. */
  readonly api?: N['api'] | undefined
  /** Id of an operation, such as `CreateFunction`. Default: any. */
  readonly operation?: N['operation'] | undefined
  /** Default: any. */
  readonly namespace?: string | undefined
  /** Number of requests to apply the fault to. Default: no limit. */
  readonly count?: number | undefined
  /** Share of requests to apply the fault to, more than 0 and at most 1. Default: 1. */
  readonly probability?: number | undefined
  /** Delay of the response in milliseconds. */
  readonly delayMs?: number | undefined
  /** Error code, documented or not. Default: an error code with the given status. */
  readonly error?: string | undefined
  /** Status of an error response, 400 to 599. Default: the status of `error`. A text that is not a status means `error`. */
  readonly code?: number | string | undefined
  /** Another name of a number in `code`. */
  readonly status?: number | undefined
  readonly message?: string | undefined
  /** `reset` and `hang` replace the response, `truncate` shortens it. */
  readonly connection?: ConnectionFault | undefined
  /**
   * Whether the request is carried out before the fault is applied. A client that retries then finds that its first
   * attempt succeeded. Default: false. Faults that only delay or truncate a response always carry out the request.
   */
  readonly carriedOut?: boolean | undefined
}

/** A fault that applies to future requests. */
export interface InjectedFault extends FaultOptions {
  readonly id: string
  /** Number of requests that the fault was applied to. */
  readonly met: number
}
