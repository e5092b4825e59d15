import { recordedAcs3HmacSha256 } from './recorded-acs3-hmac-sha256.ts'
import { recordedFcSignature } from './recorded-fc-signature.ts'
import type { RecordedRequest } from './recorded-request.ts'
import { recordedSdkHmacSha256 } from './recorded-sdk-hmac-sha256.ts'

/**
 * Requests of the vendors' SDKs, recorded on a loopback server. Unsigned headers without meaning are omitted. Some
 * requests call operations that the mock does not have, because of their paths and queries.
 */
export const recordedRequests: readonly RecordedRequest[] = [
  ...recordedFcSignature,
  ...recordedAcs3HmacSha256,
  ...recordedSdkHmacSha256,
]
