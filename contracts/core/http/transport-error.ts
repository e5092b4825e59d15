import type { Operation } from '../../../schemas/core/operation.ts'
import type { WireRequest } from './exchange.ts'

/**
 * Why there is no complete response.
 * - `unreachable`: there was no connection, so the target cannot be judged.
 * - `timeout`, `reset`, `cut-off`, `oversized`, `malformed`: the target received the request but sent no valid
 * response.
 * - `gave-up`: the suite sends no more requests, because too many had no response.
 */
export type TransportFailureKind =
  | 'unreachable'
  | 'timeout'
  | 'reset'
  | 'cut-off'
  | 'oversized'
  | 'malformed'
  | 'gave-up'

/** A request without a complete response. `request` was sent, so that a report can repeat it. */
export class TransportError extends Error {
  override readonly name = 'TransportError'
  readonly fault: TransportFailureKind
  readonly request: WireRequest
  readonly operation: Operation

  constructor(fault: TransportFailureKind, message: string, sent: { request: WireRequest; operation: Operation }) {
    super(message)
    this.fault = fault
    this.request = sent.request
    this.operation = sent.operation
  }

  /** Whether the target is at fault: it was reached but did not send a valid HTTP response. */
  get isTargets(): boolean {
    return this.fault !== 'unreachable' && this.fault !== 'gave-up'
  }
}
