import type { WireRequest, WireResponse } from '../http/exchange.ts'
import type { TransportFailure } from '../http/transport.ts'

/** A body as it was recorded: `missing` if the recording does not have all of its bytes. */
export type RecordedBody = Uint8Array | 'missing'

export interface RecordedRequest extends Omit<WireRequest, 'body' | 'maskedHeaders'> {
  readonly body: RecordedBody
}

export interface RecordedResponse extends Omit<WireResponse, 'body'> {
  readonly body: RecordedBody
}

/** A request that a client sent to a server, and what came back. */
export interface Recorded {
  readonly request: RecordedRequest
  /** Absent if no complete response was recorded. */
  readonly response?: RecordedResponse
  /** Why there is no response. Absent if the client ended the request, or if the recording does not state the reason. */
  readonly failure?: TransportFailure
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly durationMs: number
}

/** The bytes of a body. Empty if they are missing. */
export function toBytes(body: RecordedBody): Uint8Array {
  return body === 'missing' ? new Uint8Array() : body
}
