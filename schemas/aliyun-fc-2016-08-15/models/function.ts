import { z } from 'zod'
import { observed } from '../../core/provenance.ts'
import { enumOf, int32, int64, multipleOf, pathName } from '../../core/wire.ts'
import { Code } from './code.ts'
import { laterFields } from './function-later.ts'
import { instanceType, observedFields } from './function-observed.ts'
import { NextToken } from './next-token.ts'

/** A runtime environment. Source: 004 Definitions, Function. */
export const Runtime = enumOf(['nodejs6', 'nodejs8', 'python2.7', 'python3', 'java8'], {
  observed: [
    'nodejs4.4',
    'nodejs10',
    'nodejs12',
    'nodejs14',
    'python3.9',
    'java11',
    'go1',
    'php7.2',
    'dotnetcore2.1',
    'custom',
    'custom-container',
  ],
}).meta({ description: 'Runtime environment.' })

const memorySize = multipleOf(z.int().min(128).max(3072), 64)
const timeout = z.int().min(1).max(300)

const codeMeta = { description: 'Code of the function.' }
const handlerMeta = {
  description: 'Handler of the function, usually `file.function`. The format depends on the runtime.',
}
const runtimeMeta = { description: 'Runtime environment of the function.', 'x-quirk': ['W5'] }
const memorySizeMeta = {
  description:
    'Memory size of the function in MB, a multiple of 64. CPU is allocated in proportion to the memory size.',
  'x-quirk': ['A14'],
}
const timeoutMeta = {
  description: 'Maximum duration of one execution in seconds. A longer execution is stopped.',
  'x-quirk': ['A14'],
}

/** Request body of CreateFunction. Source: 004 Definitions, Function. */
export const FunctionModel = z
  .object({
    code: Code.meta(codeMeta),
    description: z
      .string()
      .meta({ description: 'Description of the function.', 'x-quirk': ['A34'] })
      .optional(),
    functionName: pathName().meta({
      description: 'Name of the function. It must be unique in the service.',
      'x-quirk': ['W19'],
    }),
    handler: z.string().meta(handlerMeta),
    memorySize: memorySize.meta(memorySizeMeta).default(128),
    runtime: Runtime.meta(runtimeMeta),
    timeout: timeout.meta(timeoutMeta).default(3),
    ...observedFields,
    ...laterFields,
    instanceType: instanceType.default('e1'),
  })
  .meta({ description: 'A function to create.' })

const unchanged = ' If the field is absent, the value stays unchanged.'

/** Request body of UpdateFunction. Source: 004 Definitions, FunctionUpdateFields. */
export const FunctionUpdateFields = z
  .object({
    code: Code.meta(codeMeta).optional(),
    description: z
      .string()
      .meta({ description: 'New description of the function.', 'x-quirk': ['A34'] })
      .optional(),
    handler: z.string().meta(handlerMeta).optional(),
    memorySize: memorySize
      .meta({ description: memorySizeMeta.description + unchanged, 'x-quirk': ['A14', 'A15'] })
      .optional(),
    runtime: Runtime.meta(runtimeMeta).optional(),
    timeout: timeout.meta({ description: timeoutMeta.description + unchanged, 'x-quirk': ['A14', 'A15'] }).optional(),
    ...observedFields,
    ...laterFields,
    instanceType: instanceType.optional(),
  })
  .meta({ description: 'Changes to a function. An absent field stays unchanged.' })

/** A function in responses, including lists. Source: 004 Definitions, FunctionResponse; ListFunctions, functions. */
export const FunctionResponse = z
  .object({
    codeChecksum: z
      .string()
      .meta({ description: 'CRC-64 of the ZIP archive, as a decimal number.', examples: ['5434025278388143772'] })
      .optional(),
    codeSize: int64()
      .meta({ description: 'Size of the ZIP archive in bytes.', examples: [1024] })
      .optional(),
    createdTime: z
      .string()
      .meta({ description: 'Time when the function was created, in UTC.', examples: ['2016-08-15T15:00:00.000+0000'] })
      .optional(),
    description: z
      .string()
      .meta({ description: 'Description of the function.', examples: ['This is a demo hello world function.'] })
      .optional(),
    functionId: z
      .string()
      .meta({
        description: 'Unique id of the function. Function Compute generates the id.',
        examples: ['2d28e0e9-9ba5-4eed-8b1a-d3d9cd24e737'],
      })
      .optional(),
    functionName: z
      .string()
      .meta({ description: 'Name of the function.', examples: ['helloworld'] })
      .optional(),
    handler: z
      .string()
      .meta({ ...handlerMeta, examples: ['hello_world.main'] })
      .optional(),
    lastModifiedTime: z
      .string()
      .meta({
        description: 'Time when the function was last updated, in UTC.',
        examples: ['2016-08-15T17:00:00.000+0000'],
      })
      .optional(),
    memorySize: int32()
      .meta({ ...memorySizeMeta, examples: [512] })
      .optional(),
    runtime: Runtime.meta({ ...runtimeMeta, examples: ['nodejs4.4'], 'x-quirk': ['A11', 'W5'] }).optional(),
    timeout: int32()
      .meta({ ...timeoutMeta, examples: [10] })
      .optional(),
    ...observedFields,
    ...laterFields,
    initializer: z
      .string()
      .nullable()
      .meta({
        ...observed,
        description: 'Handler that runs once in each instance. Null for a function without an initializer.',
        'x-quirk': ['W16'],
      })
      .optional(),
    instanceType: instanceType.optional(),
  })
  .meta({ description: 'A function.' })

/** Source: 004 ListFunctions, Response 200. */
export const FunctionPage = z
  .object({
    functions: z.array(FunctionResponse).meta({ description: 'Functions on this page, sorted by name.' }).optional(),
    nextToken: NextToken.optional(),
  })
  .meta({ description: 'One page of functions.' })
