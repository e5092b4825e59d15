import type { TransportFailure } from '../../http/transport.ts'
import type { Recorded, RecordedRequest } from '../recorded.ts'
import type { Upstream } from './upstream.ts'

export interface ProxyOptions {
  readonly upstream: Upstream
  /** Send the host of the upstream. Default: the `Host` of the client, because signatures may contain it. */
  readonly rewritesHost?: boolean
  /** Called when a request starts. Its result is called when the exchange ends. */
  readonly onRequest: (request: RecordedRequest) => (recorded?: Recorded) => void
  /** Called if the upstream does not send a complete response, before the exchange ends. */
  readonly onFailure: (failure: TransportFailure) => void
}
