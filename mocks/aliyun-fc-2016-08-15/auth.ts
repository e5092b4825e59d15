import type { errors } from '../../schemas/aliyun-fc-2016-08-15/errors.ts'
import type { AuthProfile } from '../core/auth/profile.ts'

/**
 * Source: 004, which lists the four refusals with every operation; what causes which is observed. A request without a
 * date is no denied request: real servers return it as one that lacks a header.
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
  accounts: [
    { in: 'header', name: 'x-fc-account-id' },
    { in: 'host', pattern: /^(\d+)\.[\w-]+\.fc\.aliyuncs\.com(?::\d+)?$/ },
  ],
}
