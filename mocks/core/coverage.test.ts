import { expect, test } from 'vitest'
import { createMock } from '../adapters/fetch/fetch.ts'

test('the coverage of an API lists operations on the same path together, and shorter paths first', () => {
  const { emulator } = createMock({ apis: ['aliyun-fc-2021-04-06'] })
  const [coverage] = emulator.coverage()
  const names = coverage?.detail.map(({ operation }) => operation) ?? []
  expect(names).toHaveLength(66)
  expect(names.filter((name) => /Service$|Alias$/.test(name))).toEqual([
    'CreateService',
    'DeleteService',
    'GetService',
    'UpdateService',
    'CreateAlias',
    'DeleteAlias',
    'GetAlias',
    'UpdateAlias',
  ])
})
