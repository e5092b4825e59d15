import type { errors } from '../../schemas/huawei-functiongraph-v2/errors.ts'
import type { AuthProfile } from '../core/auth/profile.ts'

/**
 * Source: 001 and 002: the token is documented, and so are 401 and 403, without codes. The signature and the codes are
 * observed. Whatever fails to say who is calling is 401; 403 is for a caller who is known and has another project.
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
