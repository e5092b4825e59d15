import { z } from 'zod'
import { withRules } from '../../core/rules.ts'
import { multipleOf, withDefault } from '../../core/wire.ts'
import { functionFields } from './function-fields.ts'
import { Runtime } from './runtimes.ts'

/** Body of CreateFunction. Source: 003 Request parameters, function. */
export const CreateFunctionInput = withRules(
  z.object({
    code: functionFields.code.meta({ 'x-quirk': ['B19', 'C3'] }).optional(),
    customContainerConfig: functionFields.customContainerConfig.meta({ 'x-quirk': ['B19'] }).optional(),
    layers: z
      .array(
        z.string().meta({
          'x-quirk': ['B9'],
          description:
            'Name of a layer: `acs:fc:{region}:{accountID}:layers/{layerName}/versions/{layerVersion}`. Other formats are accepted as well.',
          examples: ['acs:fc:cn-hangzhou:188077086902****:layers/layerName/versions/1'],
        }),
      )
      .meta({
        'x-quirk': ['B9', 'B10'],
        description:
          'Layers of the function. If two layers contain the same file, the file of the earlier layer applies.',
      })
      .optional(),
    description: z
      .string()
      .meta({ description: 'Description of the function.', examples: ['function-description'] })
      .optional(),
    functionName: z
      .string()
      .min(1)
      .max(64)
      .regex(/^[a-zA-Z_][a-zA-Z0-9_-]*$/)
      .meta({
        'x-quirk': ['B20'],
        description:
          'Name of the function, 1 to 64 characters: letters, digits, underscores and hyphens. The first character must not be a digit or a hyphen. The name must be unique in the service.',
        examples: ['functionName'],
      }),
    handler: functionFields.handler,
    initializationTimeout: z
      .int()
      .min(1)
      .max(300)
      .meta({
        'x-quirk': ['B6'],
        description: 'Timeout of the initializer in seconds, 1 to 300.',
        examples: [60],
      })
      .default(3),
    initializer: z
      .string()
      .meta({
        'x-quirk': ['B25'],
        description: 'Handler that runs once per instance, before the first request.',
        examples: ['index.initializer'],
      })
      .optional(),
    memorySize: multipleOf(z.int(), 64)
      .meta({
        'x-quirk': ['B21', 'C4'],
        description: 'Memory size of one instance in MB, a multiple of 64. The limits depend on the instance type.',
        examples: [512],
      })
      .optional(),
    runtime: Runtime.meta({
      'x-quirk': ['B3', 'C5'],
      description: 'Runtime environment of the function.',
      examples: ['python3.9'],
    }),
    timeout: z
      .int()
      .min(1)
      .meta({
        'x-quirk': ['B5', 'C4'],
        description: 'Timeout of one execution in seconds, at least 1.',
        examples: [60],
      })
      .default(3),
    caPort: functionFields.caPort.optional(),
    environmentVariables: functionFields.environmentVariables.optional(),
    instanceConcurrency: functionFields.instanceConcurrency.optional(),
    instanceSoftConcurrency: functionFields.instanceSoftConcurrency.optional(),
    instanceType: withDefault(functionFields.instanceType, 'e1'),
    customRuntimeConfig: functionFields.customRuntimeConfig.optional(),
    instanceLifecycleConfig: functionFields.instanceLifecycleConfig.optional(),
    customDNS: functionFields.customDNS.optional(),
    customHealthCheckConfig: functionFields.customHealthCheckConfig.optional(),
    cpu: functionFields.cpu.optional(),
    diskSize: functionFields.diskSize.optional(),
    gpuMemorySize: functionFields.gpuMemorySize.optional(),
  }),
  [
    { kind: 'anyRequired', fields: ['code', 'customContainerConfig'] },
    { kind: 'notAbove', field: 'instanceSoftConcurrency', limit: 'instanceConcurrency' },
  ],
).meta({
  description:
    'A function to create. code or customContainerConfig is required. instanceSoftConcurrency must not exceed instanceConcurrency.',
})
