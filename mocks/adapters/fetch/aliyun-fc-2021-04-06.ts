import { aliyunFc20210406Mock } from '../../aliyun-fc-2021-04-06/mock.ts'
import type { MockOptions } from '../options.ts'
import { createMockOf, type Mock } from './create-mock.ts'

/** A mock of Function Compute 2021-04-06 alone. A bundle then contains no other API. */
export function createMock(options: Omit<MockOptions, 'apis'> = {}): Mock {
  return createMockOf([aliyunFc20210406Mock], options)
}
