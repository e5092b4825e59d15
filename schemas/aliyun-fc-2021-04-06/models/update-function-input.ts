import { z } from 'zod'
import { inferred } from '../../core/provenance.ts'
import { withRules } from '../../core/rules.ts'
import { multipleOf } from '../../core/wire.ts'
import { functionFields } from './function-fields.ts'
import { updateRuntime } from './runtimes.ts'

/** Body of UpdateFunction: an absent field stays as it is. Source: 000 Request parameters, functionUpdateFields. */
export const UpdateFunctionInput = withRules(
  z.object({
    code: functionFields.code.optional(),
    customContainerConfig: functionFields.customContainerConfig.optional(),
    layers: z
      .array(z.string().meta({ 'x-quirk': ['B9'], description: 'Name of a layer.', examples: ['layername'] }))
      .meta({
        'x-quirk': ['B9', 'B10'],
        description: 'Layers of the function. A file of an earlier layer hides the same file of a later one.',
      })
      .optional(),
    description: z
      .string()
      .meta({ description: 'Free text about the function.', examples: ['test desc'] })
      .optional(),
    environmentVariables: functionFields.environmentVariables.optional(),
    handler: functionFields.handler.optional(),
    memorySize: multipleOf(z.int(), 64)
      .meta({
        'x-quirk': ['B21', 'C4'],
        description: 'Memory of one instance in MB, in steps of 64. What is allowed depends on the kind of instance.',
        examples: [512],
      })
      .optional(),
    runtime: updateRuntime()
      .meta({
        'x-quirk': ['B4', 'C5'],
        description: 'Runtime that the code is written for.',
        examples: ['python3.9'],
      })
      .optional(),
    timeout: z
      .int()
      .min(1)
      .meta({
        'x-quirk': ['B5', 'C4', 'X3'],
        description: 'Seconds after which a run of the function is ended, at least 1.',
        examples: [60],
      })
      .optional(),
    initializationTimeout: z
      .int()
      .min(1)
      .meta({
        'x-quirk': ['B6', 'X3'],
        description: 'Seconds after which the initializer is ended, at least 1.',
        examples: [60],
      })
      .optional(),
    initializer: z
      .string()
      .meta({
        'x-quirk': ['B25'],
        description: 'Entry of the code that runs once in each instance before its first request.',
        examples: ['index.handler'],
      })
      .optional(),
    caPort: functionFields.caPort.optional(),
    // Go has one spelling for both; the plain one is for what clients send.
    InstanceConcurrency: functionFields.instanceConcurrency
      .meta({ ...functionFields.instanceConcurrency.meta(), 'x-go-name': 'PageInstanceConcurrency' })
      .optional(),
    instanceConcurrency: functionFields.instanceConcurrency
      .meta({
        ...inferred,
        description:
          'The same in the spelling of CreateFunction and of every response; InstanceConcurrency wins over it.',
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
  // Not against the other spelling, which does not count beside this one. Alone it counts as what the function then has.
  [{ kind: 'notAbove', field: 'instanceSoftConcurrency', limit: 'InstanceConcurrency' }],
).meta({ description: 'What to change of a function; an absent field stays as it is.' })
