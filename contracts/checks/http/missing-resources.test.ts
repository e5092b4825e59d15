import { expect, test } from 'vitest'
import { aliyunFc20160815Contract as contract } from '../../aliyun-fc-2016-08-15/contract.ts'
import { runChecks } from '../../testing/run-checks.ts'

test('the report names a missing alias with the right article', async () => {
  const outcomes = await runChecks(contract, {}, (id) => /Alias › missing-/.test(id))
  const abouts = outcomes.flatMap(({ observations }) => observations.map(({ about }) => about))
  expect(abouts).toContain('an alias of a service that does not exist')
})
