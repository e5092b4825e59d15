import { description } from '../aliyun-fc/reference.ts'
import type { Draft } from '../core/reference/reference.ts'
import { toCode } from './samples.ts'

const code = ['one', 'two'].map((result): Draft => ({ zipFile: toCode(result).zipFile }))

const fields = {
  description,
  memorySize: [256, 512, 1024],
  timeout: [7, 9, 300],
  initializer: ['index.initializer', 'index.other'],
  initializationTimeout: [11, 13],
  environmentVariables: [{ first: 'one' }, { second: 'two', third: 'three' }],
}

/** Whether a server rejects a body that breaks these rules is implementation-defined (B2, B18). */
const unrefused = /body-required|instanceConcurrency|oss(Bucket|Object)Name-alone/

/** The bodies of the random calls that create and update functions. */
export const functionBodies = {
  create: {
    required: { handler: ['index.handler', 'index.main'], runtime: ['python3.9', 'nodejs14'], code },
    optional: fields,
    unrefused,
  },
  update: { required: {}, optional: { ...fields, handler: ['index.main'], code }, unrefused },
}
