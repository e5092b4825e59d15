import { z } from 'zod'
import { observed } from '../../core/provenance.ts'
import { int32, mapOf, openObject } from '../../core/wire.ts'

/** Fields of a function that clients send and read, but that source 004 does not document. */
export const observedFields = {
  initializer: z
    .string()
    .meta({ ...observed, description: 'Handler that runs once per instance, before the first request.' })
    .optional(),
  initializationTimeout: int32()
    .meta({ ...observed, description: 'Timeout of the initializer in seconds.' })
    .optional(),
  environmentVariables: mapOf(z.string())
    .meta({
      ...observed,
      description:
        'Environment variables by name. An update replaces all variables. An empty map removes all variables.',
    })
    .optional(),
  instanceConcurrency: int32()
    .meta({ ...observed, description: 'Maximum concurrent requests per instance.' })
    .optional(),
  caPort: int32()
    .meta({ ...observed, description: 'Port on which a custom runtime or container listens.' })
    .optional(),
  customContainerConfig: openObject()
    .meta({ ...observed, description: 'Image and start command of a custom container.' })
    .optional(),
  layers: z
    .array(z.string())
    .meta({ ...observed, description: 'Layers of the function, in order.' })
    .optional(),
}

/** Instance type. The default of a new function is `e1`. */
export const instanceType = z
  .string()
  .meta({ ...observed, description: 'Type of the instances that run the function.', examples: ['e1'] })
