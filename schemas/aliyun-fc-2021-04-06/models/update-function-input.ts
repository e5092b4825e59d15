import { z } from 'zod'
import { inferred } from '../../core/provenance.ts'
import { withRules } from '../../core/rules.ts'
import { multipleOf } from '../../core/wire.ts'
import { functionFields } from './function-fields.ts'
import { updateRuntime } from './runtimes.ts'

/** Body of UpdateFunction. An absent field stays unchanged. Source: 000 Request parameters, functionUpdateFields. */
export const UpdateFunctionInput = withRules(
  z.object({
    code: functionFields.code.optional(),
    customContainerConfig: functionFields.customContainerConfig.optional(),
    layers: z
      .array(z.string().meta({ 'x-quirk': ['B9'], description: 'Name of a layer.', examples: ['layername'] }))
      .meta({
        'x-quirk': ['B9', 'B10'],
        description:
          'Layers of the function. If two layers contain the same file, the file of the earlier layer applies.',
      })
      .optional(),
    description: z
      .string()
      .meta({ description: 'Description of the function.', examples: ['test desc'] })
      .optional(),
    environmentVariables: functionFields.environmentVariables.optional(),
    handler: functionFields.handler.optional(),
    memorySize: multipleOf(z.int(), 64)
      .meta({
        'x-quirk': ['B21', 'C4'],
        description: 'Memory size of one instance in MB, a multiple of 64. The limits depend on the instance type.',
        examples: [512],
      })
      .optional(),
    runtime: updateRuntime
      .meta({
        'x-quirk': ['B4', 'C5'],
        description: 'Runtime environment of the function.',
        examples: ['python3.9'],
      })
      .optional(),
    timeout: z
      .int()
      .min(1)
      .meta({
        'x-quirk': ['B5', 'C4', 'X3'],
        description: 'Timeout of one execution in seconds, at least 1.',
        examples: [60],
      })
      .optional(),
    initializationTimeout: z
      .int()
      .min(1)
      .meta({
        'x-quirk': ['B6', 'X3'],
        description: 'Timeout of the initializer in seconds, at least 1.',
        examples: [60],
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
    // In Go, both field names become the same name.
    InstanceConcurrency: functionFields.instanceConcurrency
      .meta({
        ...functionFields.instanceConcurrency.meta(),
        'x-alias-of': 'instanceConcurrency',
        'x-go-name': 'PageInstanceConcurrency',
      })
      .optional(),
    instanceConcurrency: functionFields.instanceConcurrency
      .meta({
        ...inferred,
        description:
          'The same setting as InstanceConcurrency, with the field name of CreateFunction and of responses. If both are present, InstanceConcurrency applies.',
      })
      .optional(),
    instanceSoftConcurrency: functionFields.instanceSoftConcurrency.optional(),
    instanceType: functionFields.instanceType.optional(),
    instanceLifecycleConfig: functionFields.instanceLifecycleConfig.optional(),
    customDNS: functionFields.customDNS.optional(),
    customRuntimeConfig: functionFields.customRuntimeConfig.optional(),
    customHealthCheckConfig: functionFields.customHealthCheckConfig.optional(),
    cpu: functionFields.cpu.optional(),
    diskSize: functionFields.diskSize.optional(),
    gpuMemorySize: functionFields.gpuMemorySize.optional(),
  }),
  // instanceConcurrency is ignored if InstanceConcurrency is present. Alone, it is compared with the stored function.
  [{ kind: 'notAbove', field: 'instanceSoftConcurrency', limit: 'InstanceConcurrency' }],
).meta({ description: 'Changes to a function. An absent field stays unchanged.' })
