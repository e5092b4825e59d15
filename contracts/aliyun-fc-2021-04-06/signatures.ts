import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import type { Check } from '../core/check.ts'
import { toSignatureChecks } from '../core/signing/signature-checks.ts'
import { check } from './check.ts'

const { createFunction, updateFunction } = api.operations

/** No page of this API names a code for a refused caller: all of them are observed. */
export const signatureChecks: readonly Check[] = toSignatureChecks({
  api,
  check,
  calls: [
    {
      operation: createFunction,
      arrange: async ({ fixture }) => ({ path: { serviceName: fixture.serviceName }, body: fixture.functionBody() }),
    },
    {
      operation: updateFunction,
      arrange: async ({ fixture }) => ({ path: await fixture.givenFunction(), body: { description: 'another text' } }),
      isExample: true,
    },
  ],
  refusals: {
    missing: ['AccessDenied', 'InvalidAccessKeyId', 'SignatureNotMatch'],
    unknownKey: ['InvalidAccessKeyId'],
    mismatch: ['SignatureNotMatch', 'AccessDenied'],
    skewed: ['RequestTimeTooSkewed'],
  },
})
