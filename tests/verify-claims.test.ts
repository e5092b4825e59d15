import { expect, test } from 'vitest'
import { listReduced, verifyReduced } from '../scripts/verify-claims/reduced.ts'

/** A bounded sample of `npm run verify:claims`, which verifies every reduced mock with every check. */
test.each([
  ['aliyun-fc-2016-08-15', 'only Service', undefined],
  ['aliyun-fc-2016-08-15', 'only Function, Service', ['CreateFunction', 'InvokeFunction', 'DeleteService']],
  ['aliyun-fc-2016-08-15', 'without GetService', undefined],
  ['aliyun-fc-2016-08-15', 'without DeleteFunction', ['CreateFunction', 'DeleteService']],
  [
    'aliyun-fc-2021-04-06',
    'without UpdateFunction',
    ['CreateFunction', 'GetFunction', 'ListInstances', 'CreateLayerVersion'],
  ],
  ['huawei-functiongraph-v2', 'without UpdateFunctionConfig', undefined],
  ['huawei-functiongraph-v2', 'without UpdateFunctionCode', undefined],
])('C01: a mock of %s %s conforms to what it claims', { timeout: 120_000 }, async (apiId, name, operation) => {
  const reduced = listReduced(apiId).find((candidate) => candidate.name === name)
  if (!reduced) throw new Error(`${apiId} has no reduced mock ${name}`)
  const { wrong, conclusion, passed, skipped } = await verifyReduced(reduced, operation && { operation })
  expect(wrong).toEqual([])
  expect(conclusion).toBe('conformant')
  expect(passed).toBeGreaterThan(0)
  expect(skipped).toBeGreaterThan(0)
})
