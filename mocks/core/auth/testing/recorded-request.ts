import type { WireRequest } from '../../wire.ts'
import type { Credential } from '../settings.ts'

/** A request that a vendor's SDK signed and sent, as an adapter passes it to the emulator. */
export interface RecordedRequest {
  /** The SDK and its version. */
  readonly client: string
  /** The method that was called. */
  readonly call: string
  /** The id of the API. */
  readonly api: string
  /** The date of the request. */
  readonly sentAt: string
  readonly credential: Credential
  readonly request: WireRequest
}

/** The keys were created for the recording. */
export const secret = 'fixture-secret'

export function toBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
