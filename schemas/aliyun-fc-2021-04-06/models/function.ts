import { z } from 'zod'
import { withRules } from '../../core/rules.ts'
import { int64 } from '../../core/wire.ts'
import { CustomContainerConfigInfo } from './custom-container-config.ts'
import { functionFields } from './function-fields.ts'
import { Runtime } from './runtimes.ts'

/** A function in responses. Source: 003 and 000 Response parameters; FC-DEF GetFunction and ListFunctions, 200. */
export const FunctionModel = withRules(
  z.object({
    codeChecksum: z
      .string()
      .meta({
        description: 'CRC-64 of the code package, as a decimal number.',
        examples: ['5434025278388143772'],
      })
      .optional(),
    codeSize: int64()
      .meta({ 'x-quirk': ['C2'], description: 'Size of the code package in bytes.', examples: [1024] })
      .optional(),
    createdTime: z
      .string()
      .meta({ description: 'Time when the function was created, in UTC.', examples: ['2016-08-15T15:00:00.000+0000'] })
      .optional(),
    customContainerConfig: CustomContainerConfigInfo.meta({
      'x-quirk': ['D2'],
      description: 'Custom container of the function, for the runtime custom-container.',
    }).optional(),
    layers: z
      .array(
        z.string().meta({ 'x-quirk': ['B9'], description: 'Name of a layer.', examples: ['md5#layername#version'] }),
      )
      .meta({
        'x-quirk': ['B9', 'B10'],
        deprecated: true,
        description:
          'Layers of the function. Use layersArnV2 instead. If two layers contain the same file, the file of the earlier layer applies.',
      })
      .optional(),
    description: z
      .string()
      .meta({ description: 'Description of the function.', examples: ['This is a demo hello world function'] })
      .optional(),
    functionId: z
      .string()
      .meta({
        'x-quirk': ['B22'],
        description: 'Unique id of the function. Function Compute generates the id.',
        examples: ['2d28e0e9-9ba5-4eed-8b1a-d3d9cd24****'],
      })
      .optional(),
    functionName: z
      .string()
      .meta({ 'x-quirk': ['B20'], description: 'Name of the function.', examples: ['demo-function'] })
      .optional(),
    handler: functionFields.handler.optional(),
    lastModifiedTime: z
      .string()
      .meta({
        description: 'Time when the function was last updated, in UTC.',
        examples: ['2016-08-15T17:00:00.000+0000'],
      })
      .optional(),
    memorySize: z
      .int()
      .meta({ 'x-quirk': ['B21', 'C2'], description: 'Memory size of one instance in MB.', examples: [512] })
      .optional(),
    runtime: Runtime.meta({
      'x-quirk': ['B3', 'B4'],
      description: 'Runtime environment of the function.',
      examples: ['python3.9'],
    }).optional(),
    timeout: z
      .int()
      .min(1)
      .meta({
        'x-quirk': ['B5', 'C2', 'C4'],
        description: 'Timeout of one execution in seconds.',
        examples: [10],
        default: 60,
      })
      .optional(),
    initializationTimeout: z
      .int()
      .min(1)
      .meta({
        'x-quirk': ['B6'],
        description: 'Timeout of the initializer in seconds.',
        examples: [60],
        default: 3,
      })
      .optional(),
    initializer: z
      .string()
      .meta({
        'x-quirk': ['B25'],
        description: 'Handler that runs once per instance, before the first request.',
        examples: ['index.handler'],
      })
      .optional(),
    caPort: functionFields.caPort.optional(),
    environmentVariables: functionFields.environmentVariables.optional(),
    instanceConcurrency: functionFields.instanceConcurrency.optional(),
    instanceSoftConcurrency: functionFields.instanceSoftConcurrency.optional(),
    instanceType: functionFields.instanceType.optional(),
    instanceLifecycleConfig: functionFields.instanceLifecycleConfig.optional(),
    customDNS: functionFields.customDNS.optional(),
    customRuntimeConfig: functionFields.customRuntimeConfig.optional(),
    customHealthCheckConfig: functionFields.customHealthCheckConfig.optional(),
    cpu: functionFields.cpu.optional(),
    diskSize: functionFields.diskSize.optional(),
    gpuMemorySize: functionFields.gpuMemorySize.optional(),
    layersArnV2: z
      .array(
        z.string().meta({
          description: 'Resource name (ARN) of a layer.',
          examples: ['acs:fc:cn-hangzhou:official:layers/Python310/versions/2'],
        }),
      )
      .meta({ 'x-quirk': ['B8'], description: 'Resource names (ARNs) of the layers of the function.' })
      .optional(),
  }),
  [{ kind: 'notAbove', field: 'instanceSoftConcurrency', limit: 'instanceConcurrency' }],
).meta({ 'x-quirk': ['C1'], description: 'A function.' })
