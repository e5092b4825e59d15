import type { Operation } from '../../../schemas/core/operation.ts'
import type { WireRequest } from './exchange.ts'

/**
 * Why no whole answer came.
 * - `unreachable`: no connection, so nothing can be said about the target.
 * - `timeout`, `reset`, `cut-off`, `oversized`, `malformed`: the target took the request and did not answer it properly.
 * - `gave-up`: the suite stopped asking, because the target had left too many requests without an answer.
 */
export type TransportFault = 'unreachable' | 'timeout' | 'reset' | 'cut-off' | 'oversized' | 'malformed' | 'gave-up'

/** A request without a whole answer. `request` is what was sent, so that a report can repeat it. */
export class TransportError extends Error {
  override readonly name = 'TransportError'
  readonly fault: TransportFault
  readonly request: WireRequest
  readonly operation: Operation

  constructor(fault: TransportFault, message: string, sent: { request: WireRequest; operation: Operation }) {
    super(message)
    this.fault = fault
    this.request = sent.request
    this.operation = sent.operation
  }

  /** True where the failure is the target's own: it was reached and did not answer as HTTP demands. */
  get isTargets(): boolean {
    return this.fault !== 'unreachable' && this.fault !== 'gave-up'
  }
}
