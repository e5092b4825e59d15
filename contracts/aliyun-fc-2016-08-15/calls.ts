import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { type Call, toCalls } from '../checks/calls.ts'
import { givenPath } from '../checks/sample.ts'
import { functionSample, samples } from './samples.ts'

const { getFunctionCode, invokeFunction } = aliyunFc20160815.operations

/** A call of every operation of the API. */
export const calls: readonly Call[] = [
  ...samples.flatMap(toCalls),
  { operation: getFunctionCode, arrange: async (context) => ({ path: await givenPath(context, functionSample) }) },
  {
    operation: invokeFunction,
    arrange: async (context) => ({ path: await givenPath(context, functionSample), rawBody: '{"key":"value"}' }),
  },
]
