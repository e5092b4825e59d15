import { verifiedFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/verified.ts'
import type { SignatureSpec } from '../checks/http/signatures.ts'

/** The source lists the four codes for every operation and does not state their causes. */
export const signatureRules: Omit<SignatureSpec, 'calls'> = {
  api,
  errorCodes: {
    missing: ['AccessDenied', 'InvalidAccessKeyId', 'SignatureNotMatch', 'MissingRequiredHeader'],
    unknownKey: ['InvalidAccessKeyId'],
    mismatch: ['SignatureNotMatch'],
    skewed: ['RequestTimeTooSkewed'],
  },
  codeAliases: { quirk: 'W3', codes: { InvalidAccessKeyID: 'InvalidAccessKeyId' } },
}
