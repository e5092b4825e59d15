import { huaweiFunctionGraphV2Mock } from '../../huawei-functiongraph-v2/mock.ts'
import type { MockOptions } from '../options.ts'
import { createMockOf, type Mock } from './create-mock.ts'

/** A mock of FunctionGraph v2 alone. A bundle then contains no other API. */
export function createMock(options: Omit<MockOptions, 'apis'> = {}): Mock {
  return createMockOf([huaweiFunctionGraphV2Mock], options)
}
