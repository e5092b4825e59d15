import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import type { Call } from '../checks/calls.ts'
import { givenPath } from '../checks/sample.ts'
import { functionSample } from './samples.ts'

const { getFunctionCode, invokeFunction } = aliyunFc20210406.operations

/** A call of each operation that no resource names. */
export const functionCalls: readonly Call[] = [
  { operation: getFunctionCode, arrange: async (context) => ({ path: await givenPath(context, functionSample) }) },
  {
    operation: invokeFunction,
    arrange: async (context) => ({ path: await givenPath(context, functionSample), rawBody: '{"key":"value"}' }),
  },
]
