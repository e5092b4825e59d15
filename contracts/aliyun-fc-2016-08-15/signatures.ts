import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { toSignatureChecks } from '../checks/http/signatures.ts'
import type { Check } from '../core/check.ts'
import { calls } from './calls.ts'

const { listServices, createService } = api.operations

/** The source lists the four codes for every operation and describes the cause of none. */
export const signatureChecks: readonly Check[] = toSignatureChecks({
  api,
  calls,
  examples: [listServices, createService],
  refusals: {
    missing: ['AccessDenied', 'InvalidAccessKeyId', 'SignatureNotMatch', 'MissingRequiredHeader'],
    unknownKey: ['InvalidAccessKeyId'],
    mismatch: ['SignatureNotMatch'],
    skewed: ['RequestTimeTooSkewed'],
  },
  codeAliases: { quirk: 'W3', codes: { InvalidAccessKeyID: 'InvalidAccessKeyId' } },
})
