import { acs3HmacSha256 } from './acs3-hmac-sha256.ts'
import { authToken } from './auth-token.ts'
import { fcSignature, fcTriggerSignature } from './fc-signature.ts'
import { fcSignedUrl } from './fc-signed-url.ts'
import type { AuthScheme } from './profile.ts'
import type { SchemeName } from './result.ts'
import { sdkHmacSha256 } from './sdk-hmac-sha256.ts'
import { signedBy } from './verify-signature.ts'

export const schemesByName: Readonly<Record<SchemeName, AuthScheme>> = {
  'fc-signature': signedBy(fcSignature),
  'fc-trigger-signature': signedBy(fcTriggerSignature),
  'fc-signed-url': fcSignedUrl,
  'acs3-hmac-sha256': signedBy(acs3HmacSha256),
  'sdk-hmac-sha256': signedBy(sdkHmacSha256),
  'auth-token': authToken,
}
