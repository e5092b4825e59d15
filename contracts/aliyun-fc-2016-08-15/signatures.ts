import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Check } from '../core/check.ts'
import { type SignedCall, toSignatureChecks } from '../core/signature-checks.ts'
import { calls } from './calls.ts'
import { check } from './check.ts'
import type { Fixture } from './fixtures.ts'
import { kinds } from './kinds.ts'

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
  spellings: { quirk: 'W3', codes: { InvalidAccessKeyID: 'InvalidAccessKeyId' } },
})

/** A refused creation makes nothing, a refused deletion takes nothing, a refused update changes nothing. */
function toUntouched(operation: SignedCall<Fixture>['operation']): Pick<SignedCall<Fixture>, 'expectUntouched'> {
  const kind = kinds.find(({ create, update, remove }) => [create, update, remove].includes(operation))
  if (!kind) return {}
  return {
    async expectUntouched(context, input) {
      const isCreation = operation === kind.create
      const path = (isCreation ? kind.toPath(input) : input.path) ?? {}
      const read = await context.target.send(kind.read, { path })
      if (isCreation) return context.expectAbsent(read)
      context.expectFields(read, context.expectPresent(read), kind.options, 'absent-fails')
    },
  }
}
