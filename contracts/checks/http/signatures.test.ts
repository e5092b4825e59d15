import { expect, test } from 'vitest'
import { aliyunFc20160815Contract as contract } from '../../aliyun-fc-2016-08-15/contract.ts'
import { runChecks } from '../../testing/run-checks.ts'

const ofSignatures = (id: string) =>
  /^GetService › (unsigned-request|signature-with-other-key|unknown-key|slow-clock|fast-clock)-is-rejected/.test(id)

test('a target that looks at no signature is skipped, and the reason says how to have it judged', async () => {
  const outcomes = await runChecks(contract, { auth: 'off' }, ofSignatures)
  expect(outcomes.map(({ check }) => check.name)).toEqual([
    'unsigned-request-is-rejected',
    'signature-with-other-key-is-rejected',
    'unknown-key-is-rejected',
    'slow-clock-is-rejected',
  ])
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({
      status: 'skipped',
      reason: expect.stringContaining('a violation where the feature Signature is claimed'),
    })
  }
})

test('where it claims to look, whatever it lets in is a violation', async () => {
  const outcomes = await runChecks(contract, { auth: 'off' }, ofSignatures, 2000, { claimed: ['Signature'] })
  expect(outcomes.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed', 'failed'])
})
