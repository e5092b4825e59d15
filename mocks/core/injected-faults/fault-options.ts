import type { ConnectionFault } from '../wire.ts'

/** What shall go wrong, and with which requests. At least one of `delayMs`, `status`, `code` and `connection` is given. */
export interface FaultOptions {
  /** Id of an API; any unless given. */
  readonly api?: string | undefined
  /** Id of an operation, such as `CreateFunction`; any unless given. */
  readonly operation?: string | undefined
  /** Any unless given. */
  readonly namespace?: string | undefined
  /** How many requests it befalls; no end unless given. */
  readonly count?: number | undefined
  /** Share of the requests that it befalls, from 0 to 1; all unless given. */
  readonly probability?: number | undefined
  /** How long the response is held back, in milliseconds. */
  readonly delayMs?: number | undefined
  /** Status of an error response, 400 to 599; that of `code` unless given. */
  readonly status?: number | undefined
  /** Error code, documented or not; one that goes with `status` unless given. */
  readonly code?: string | undefined
  readonly message?: string | undefined
  /** `reset` and `hang` come instead of a response, `truncate` cuts one short. */
  readonly connection?: ConnectionFault | undefined
  /**
   * Whether the request is carried out before it goes wrong; false unless given. A client that then tries again finds
   * its first try done. What only delays or truncates a response is always carried out.
   */
  readonly carriedOut?: boolean | undefined
}

/** A fault that is waiting for its requests. */
export interface InjectedFault extends FaultOptions {
  readonly id: string
  /** How many requests it has befallen. */
  readonly met: number
}
