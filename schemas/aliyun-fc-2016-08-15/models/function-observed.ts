import { z } from 'zod'
import { observed } from '../../core/provenance.ts'
import { int32, mapOf, openObject } from '../../core/wire.ts'

/** Fields of a function that real clients send and read back, though page 004 lacks them. */
export const observedFields = {
  initializer: z
    .string()
    .meta({ ...observed, description: 'Entry point that runs once in each instance, before the first request.' })
    .optional(),
  initializationTimeout: int32()
    .meta({ ...observed, description: 'Longest time that the initializer may take, in seconds.' })
    .optional(),
  environmentVariables: mapOf(z.string())
    .meta({
      ...observed,
      description: 'Environment variables by name. An update replaces the whole map; an empty one clears it.',
    })
    .optional(),
  instanceConcurrency: int32()
    .meta({ ...observed, description: 'Requests that one instance may serve at the same time.' })
    .optional(),
  caPort: int32()
    .meta({ ...observed, description: 'Port on which a custom runtime or container listens.' })
    .optional(),
  customContainerConfig: openObject()
    .meta({ ...observed, description: 'Image and start command of a custom container.' })
    .optional(),
  layers: z
    .array(z.string())
    .meta({ ...observed, description: 'Layers that the function uses, in order.' })
    .optional(),
}

/** Size class of the instances; `e1` where a new function names none. */
export const instanceType = z
  .string()
  .meta({ ...observed, description: 'Size class of the instances that run the function.', examples: ['e1'] })
