import { expect, test } from 'vitest'
import { aliyunFc20160815Contract as contract } from '../aliyun-fc-2016-08-15/contract.ts'
import type { FakeFault } from '../testing/fake-fc.ts'
import { runChecks } from '../testing/run-checks.ts'
import type { Profile } from '../settings/settings.ts'

/** Spells an error as the page does; the fake itself spells it as clients read it. */
const asOnThePage: FakeFault = {
  alter: (response) => {
    const { ErrorCode: errorCode, ErrorMessage: errorMessage } = Object(response.body)
    if (errorCode) response.body = { errorCode, errorMessage }
  },
}

async function judge(profile: Profile, check: string, fault: FakeFault = {}) {
  const [outcome] = await runChecks(contract, fault, (id) => id === check, 2000, { profile })
  return outcome?.status
}

test.each([
  ['the spelling of an error', 'CreateService › duplicate-name-is-rejected', 'failed'],
  ['a trigger without what the page requires', 'CreateTrigger › timer-without-source-is-handled', 'failed'],
  ['an event that is empty', 'InvokeFunction › empty-event-is-handled', 'passed'],
  ['the code of another ETag', 'UpdateService › unknown-etag-is-rejected', 'failed'],
  ['a version without a body', 'PublishVersion › missing-body-is-handled', 'passed'],
  ['a service that has versions', 'DeleteService › service-with-version-is-handled', 'failed'],
])('%s: the same target passes as observed, and by the page alone has %s %s', async (_, check, status) => {
  expect(await judge('observed', check)).toBe('passed')
  expect(await judge('documented', check)).toBe(status)
})

test('what is spelled as on the page passes by the page alone', async () => {
  const check = 'CreateService › duplicate-name-is-rejected'
  expect(await judge('documented', check, asOnThePage)).toBe('passed')
  expect(await judge('observed', check, asOnThePage)).toBe('passed')
})
