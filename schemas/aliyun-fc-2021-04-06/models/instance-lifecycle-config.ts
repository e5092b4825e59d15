import { z } from 'zod'
import { observed } from '../../core/provenance.ts'

/** Source: samples of 003 and 000. The types are observed in the SDK. */
export const LifecycleHook = z
  .object({
    handler: z
      .string()
      .meta({ description: 'Handler of the hook.', examples: ['index.preStop'] })
      .optional(),
    timeout: z
      .int()
      .meta({ description: 'Timeout of the hook in seconds.', examples: [10] })
      .optional(),
  })
  .meta({ ...observed, 'x-quirk': ['B16'], description: 'A lifecycle hook of an instance.' })

/** Source: samples of 003 and 000. The types are observed in the SDK. */
export const InstanceLifecycleConfig = z
  .object({
    preFreeze: LifecycleHook.meta({
      'x-quirk': ['B23'],
      description: 'Hook that runs before an instance is frozen.',
    }).optional(),
    preStop: LifecycleHook.meta({ description: 'Hook that runs before an instance is stopped.' }).optional(),
  })
  .meta({ ...observed, 'x-quirk': ['B16'], description: 'Lifecycle hooks of the instances.' })
