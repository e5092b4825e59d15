import type { errors } from '../../schemas/aliyun-fc-2016-08-15/errors.ts'
import type { AuthProfile } from '../core/auth/profile.ts'

/**
 * Source: 004 documents the four authentication errors for every operation. Their causes are observed. Real servers
 * return MissingRequiredHeader, not AccessDenied, for a request without a date.
 */
export const authProfile: AuthProfile<keyof typeof errors> = {
  schemes: ['fc-signature'],
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
