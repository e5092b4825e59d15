import { aliyunFc20160815Mock } from '../../aliyun-fc-2016-08-15/mock.ts'
import type { MockOptions } from '../options.ts'
import { createMockOf, type Mock } from './create-mock.ts'

/** A mock of Function Compute 2016-08-15 alone. A bundle then contains no other API. */
export function createMock(options: Omit<MockOptions, 'apis'> = {}): Mock {
  return createMockOf([aliyunFc20160815Mock], options)
}
