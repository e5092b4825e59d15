import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import type { SignatureSpec } from '../checks/http/signatures.ts'

/** No source of this API states an error code for authentication: all of them are observed. */
export const signatureRules: Omit<SignatureSpec, 'calls'> = {
  api,
  errorCodes: {
    missing: ['AccessDenied', 'InvalidAccessKeyId', 'SignatureNotMatch'],
    unknownKey: ['InvalidAccessKeyId'],
    mismatch: ['SignatureNotMatch', 'AccessDenied'],
    skewed: ['RequestTimeTooSkewed'],
  },
}
