import type { errors } from '../../schemas/aliyun-fc-2016-08-15/errors.ts'
import { fcSignature } from '../core/auth/fc-signature.ts'
import type { AuthProfile } from '../core/auth/profile.ts'
import { signedBy } from '../core/auth/verify-signature.ts'

/**
 * Source: 004 documents the four authentication errors for every operation. Their causes are observed. Real servers
 * return MissingRequiredHeader, not AccessDenied, for a request without a date.
 */
export const authProfile: AuthProfile<keyof typeof errors> = {
  schemes: [signedBy(fcSignature)],
  codes: {
    missing: 'AccessDenied',
    undated: 'MissingRequiredHeader',
    unknownKey: 'InvalidAccessKeyId',
    mismatch: 'SignatureNotMatch',
    skewed: 'RequestTimeTooSkewed',
    forbidden: 'AccessDenied',
  },
  toUnknownKeyMessage: (keyId) => `invalid access key ID '${keyId}'`,
  accounts: [
    { in: 'header', name: 'x-fc-account-id' },
    { in: 'host', pattern: /^(\d+)\.[\w-]+\.fc\.aliyuncs\.com(?::\d+)?$/ },
  ],
}
