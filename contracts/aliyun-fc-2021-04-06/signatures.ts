import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { toCalls } from '../checks/calls.ts'
import { toSignatureChecks } from '../checks/http/signatures.ts'
import type { Check } from '../core/check.ts'
import { samples } from './samples.ts'

/** No source of this API states an error code for authentication: all of them are observed. */
export const signatureChecks: readonly Check[] = toSignatureChecks({
  api,
  calls: samples.flatMap(toCalls),
  examples: [api.operations.updateFunction],
  refusals: {
    missing: ['AccessDenied', 'InvalidAccessKeyId', 'SignatureNotMatch'],
    unknownKey: ['InvalidAccessKeyId'],
    mismatch: ['SignatureNotMatch', 'AccessDenied'],
    skewed: ['RequestTimeTooSkewed'],
  },
})
