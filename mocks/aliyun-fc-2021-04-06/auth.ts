import type { errors } from '../../schemas/aliyun-fc-2021-04-06/errors.ts'
import type { AuthProfile } from '../core/auth/profile.ts'

/**
 * Observed, because no source of this API describes signatures. The `X-Fc-` headers are unsigned, so they can only
 * cause a rejection.
 */
export const authProfile: AuthProfile<keyof typeof errors> = {
  schemes: ['acs3-hmac-sha256'],
  codes: {
    missing: 'AccessDenied',
    undated: 'AccessDenied',
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
