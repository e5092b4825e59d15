import type { errors } from '../../schemas/huawei-functiongraph-v2/errors.ts'
import type { AuthProfile } from '../core/auth/profile.ts'

/**
 * Source: 001 and 002. The token and the statuses 401 and 403 are documented, without codes. The signature and the
 * codes are observed. If the caller cannot be identified, the status is 401. A known caller with another project gets
 * 403.
 */
export const authProfile: AuthProfile<keyof typeof errors> = {
  schemes: ['sdk-hmac-sha256', 'auth-token'],
  codes: {
    missing: 'FSS.0401',
    undated: 'FSS.0401',
    unknownKey: 'FSS.0401',
    mismatch: 'FSS.0401',
    skewed: 'FSS.0401',
    forbidden: 'FSS.0403',
  },
  accounts: [
    { in: 'header', name: 'x-project-id' },
    { in: 'path', pattern: /^\/v2\/([^/]+)\/fgs\// },
    { in: 'path', pattern: /\/urn:fss:[^:/]*:([^:/]+):/ },
  ],
}
