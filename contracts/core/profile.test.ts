import { expect, test } from 'vitest'
import { aliyunFc20160815Contract as contract } from '../aliyun-fc-2016-08-15/contract.ts'
import type { Profile } from '../settings/settings.ts'
import type { FakeFault } from '../testing/fake-fc.ts'
import { runChecks } from '../testing/run-checks.ts'

/** Returns errors with the documented field names. Without it, the fake uses the observed ones. */
const withDocumentedFieldNames: FakeFault = {
  alter: (response) => {
    const { ErrorCode: errorCode, ErrorMessage: errorMessage } = Object(response.body)
    if (errorCode) response.body = { errorCode, errorMessage }
  },
}

async function runOne(profile: Profile, check: string, fault: FakeFault = {}) {
  const [outcome] = await runChecks(contract, fault, (id) => id === check, 2000, { profile })
  return outcome?.status
}

test.each([
  ['the field names of an error', 'CreateService › duplicate-name-is-rejected', 'failed'],
  ['a trigger without documented fields', 'CreateTrigger › timer-without-source-is-handled', 'failed'],
  ['an empty event', 'InvokeFunction › empty-event-is-handled', 'passed'],
  ['the error code for another ETag', 'UpdateService › unknown-etag-is-rejected', 'failed'],
  ['a version without a body', 'PublishVersion › missing-body-is-handled', 'passed'],
  ['a service that has versions', 'DeleteService › service-with-version-is-handled', 'failed'],
])('%s: passes with the profile observed; the check %s with the profile documented: %s', async (_, check, status) => {
  expect(await runOne('observed', check)).toBe('passed')
  expect(await runOne('documented', check)).toBe(status)
})

test('documented field names pass with both profiles', async () => {
  const check = 'CreateService › duplicate-name-is-rejected'
  expect(await runOne('documented', check, withDocumentedFieldNames)).toBe('passed')
  expect(await runOne('observed', check, withDocumentedFieldNames)).toBe('passed')
})
