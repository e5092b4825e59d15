import { z } from 'zod'
import { observed } from '../../core/provenance.ts'

/** Source: samples of 003 and 000; types are what the SDK declares. */
export const LifecycleHook = z
  .object({
    handler: z
      .string()
      .meta({ description: 'Entry of the hook, in the form of a handler.', examples: ['index.preStop'] })
      .optional(),
    timeout: z
      .int()
      .meta({ description: 'Seconds after which the hook is ended.', examples: [10] })
      .optional(),
  })
  .meta({ ...observed, 'x-quirk': ['B16'], description: 'Code that runs at one point in the life of an instance.' })

/** Source: samples of 003 and 000; types are what the SDK declares. */
export const InstanceLifecycleConfig = z
  .object({
    preFreeze: LifecycleHook.meta({
      'x-quirk': ['B23'],
      description: 'Hook that runs before an instance is frozen.',
    }).optional(),
    preStop: LifecycleHook.meta({ description: 'Hook that runs before an instance is stopped.' }).optional(),
  })
  .meta({ ...observed, 'x-quirk': ['B16'], description: "Hooks in the life of the function's instances." })
