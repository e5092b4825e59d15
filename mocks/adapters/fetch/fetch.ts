import { apiMocks } from '../../apis.ts'
import type { MockOptions } from '../options.ts'
import { createMockOf, type Mock } from './create-mock.ts'

export type { FunctionContext, FunctionEvent, LocalFunction } from '../../aliyun-fc/local-function.ts'
export type { Mock }

/** A mock of all APIs in this process, for Node, browsers and workers. */
export function createMock(options: MockOptions = {}): Mock {
  return createMockOf(apiMocks, options)
}
