import { z } from 'zod'
import { withRules } from '../../core/rules.ts'
import { multipleOf } from '../../core/wire.ts'
import { functionFields } from './function-fields.ts'
import { createRuntime } from './runtimes.ts'

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
            'Name of a layer: `acs:fc:{region}:{account id}:layers/{layer}/versions/{version}`. Another form is not refused.',
          examples: ['acs:fc:cn-hangzhou:188077086902****:layers/layerName/versions/1'],
        }),
      )
      .meta({
        'x-quirk': ['B9', 'B10'],
        description: 'Layers of the function. A file of an earlier layer hides the same file of a later one.',
      })
      .optional(),
    description: z
      .string()
      .meta({ description: 'Free text about the function.', examples: ['function-description'] })
      .optional(),
    functionName: z
      .string()
      .min(1)
      .max(64)
      .regex(/^[a-zA-Z_][a-zA-Z0-9_-]*$/)
      .meta({
        'x-quirk': ['B20'],
        description:
          'Name of the function, unique in the service: 1 to 64 letters, digits, underscores and hyphens, the first neither a digit nor a hyphen.',
        examples: ['functionName'],
      }),
    handler: functionFields.handler,
    initializationTimeout: z
      .int()
      .min(1)
      .max(300)
      .meta({
        'x-quirk': ['B6'],
        description: 'Seconds after which the initializer is ended, 1 to 300.',
        examples: [60],
      })
      .default(3),
    initializer: z
      .string()
      .meta({
        'x-quirk': ['B25'],
        description: 'Entry of the code that runs once in each instance before its first request.',
        examples: ['index.initializer'],
      })
      .optional(),
    memorySize: multipleOf(z.int(), 64)
      .meta({
        'x-quirk': ['B21', 'C4'],
        description: 'Memory of one instance in MB, in steps of 64. What is allowed depends on the kind of instance.',
        examples: [512],
      })
      .optional(),
    runtime: createRuntime().meta({
      'x-quirk': ['B3', 'C5'],
      description: 'Runtime that the code is written for.',
      examples: ['python3.9'],
    }),
    timeout: z
      .int()
      .min(1)
      .meta({
        'x-quirk': ['B5', 'C4'],
        description: 'Seconds after which a run of the function is ended, at least 1.',
        examples: [60],
      })
      .default(3),
    caPort: functionFields.caPort.optional(),
    environmentVariables: functionFields.environmentVariables.optional(),
    instanceConcurrency: functionFields.instanceConcurrency.optional(),
    instanceSoftConcurrency: functionFields.instanceSoftConcurrency.optional(),
    instanceType: functionFields.instanceType.default('e1'),
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
    'A function to create. It needs code or a custom container; instanceSoftConcurrency is not above instanceConcurrency.',
})
