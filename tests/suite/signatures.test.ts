import { expect, test } from 'vitest'
import { runChecksOn } from '../testing/run-checks-on.ts'

const ofSignatures = (id: string) =>
  /^GetService › (unsigned-request|signature-with-other-key|unknown-key|slow-clock|fast-clock)-is-rejected/.test(id)

test('the checks are skipped for a target that does not verify signatures, with a reason', async () => {
  const outcomes = await runChecksOn({ auth: 'off', fits: ofSignatures })
  expect(outcomes.map(({ check }) => check.name)).toEqual([
    'unsigned-request-is-rejected',
    'signature-with-other-key-is-rejected',
    'unknown-key-is-rejected',
    'slow-clock-is-rejected',
    'fast-clock-is-rejected',
  ])
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({
      status: 'skipped',
      reason: expect.stringContaining('a violation where the feature Signature is claimed'),
    })
  }
})

test('an accepted request is a violation if the target claims the feature', async () => {
  const outcomes = await runChecksOn({ auth: 'off', fits: ofSignatures, options: { claimed: ['Signature'] } })
  expect(outcomes).toHaveLength(5)
  expect(outcomes.filter(({ status }) => status !== 'failed')).toEqual([])
})
