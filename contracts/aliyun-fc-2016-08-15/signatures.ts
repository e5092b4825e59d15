import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Check } from '../core/check.ts'
import { type SignedCall, toSignatureChecks } from '../core/signing/signature-checks.ts'
import { calls } from './calls.ts'
import { check } from './check.ts'
import type { Fixture } from './fixtures.ts'
import { toUntouched } from './untouched.ts'

const { listServices, createService } = api.operations

/** The page lists the four codes with every operation and says of none what it is for, apart from their names. */
export const signatureChecks: readonly Check[] = toSignatureChecks({
  api,
  check,
  calls: calls.map(
    ({ operation, arrange }): SignedCall<Fixture> => ({
      operation,
      arrange,
      isExample: operation === listServices || operation === createService,
      ...toUntouched(operation),
    }),
  ),
  refusals: {
    missing: ['AccessDenied', 'InvalidAccessKeyId', 'SignatureNotMatch', 'MissingRequiredHeader'],
    unknownKey: ['InvalidAccessKeyId'],
    mismatch: ['SignatureNotMatch'],
    skewed: ['RequestTimeTooSkewed'],
  },
  fieldAliases: { quirk: 'W3', codes: { InvalidAccessKeyID: 'InvalidAccessKeyId' } },
})
