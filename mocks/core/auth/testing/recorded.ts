import { recordedAcs3HmacSha256 } from './recorded-acs3-hmac-sha256.ts'
import { recordedFcSignature } from './recorded-fc-signature.ts'
import type { RecordedRequest } from './recorded-request.ts'
import { recordedSdkHmacSha256 } from './recorded-sdk-hmac-sha256.ts'

/**
 * Requests of the vendors' own SDKs, recorded on a loopback server; headers that no signature covers and that say
 * nothing were left out. Some calls are of operations that the mock has not, for the sake of their paths and queries.
 */
export const recordedRequests: readonly RecordedRequest[] = [
  ...recordedFcSignature,
  ...recordedAcs3HmacSha256,
  ...recordedSdkHmacSha256,
]
