import type { Operation } from '../../../schemas/core/operation.ts'
import type { WireRequest } from './exchange.ts'

/**
 * Why no whole response came.
 * - `unreachable`: no connection, so nothing can be said about the target.
 * - `timeout`, `reset`, `cut-off`, `oversized`, `malformed`: the target took the request and did not return it properly.
 * - `gave-up`: the suite stopped asking, because the target had left too many requests without a response.
 */
export type TransportFault = 'unreachable' | 'timeout' | 'reset' | 'cut-off' | 'oversized' | 'malformed' | 'gave-up'

/** A request without a whole response. `request` is what was sent, so that a report can repeat it. */
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

  /** True where the failure is the target's own: it was reached and did not respond as HTTP demands. */
  get isTargets(): boolean {
    return this.fault !== 'unreachable' && this.fault !== 'gave-up'
  }
}
