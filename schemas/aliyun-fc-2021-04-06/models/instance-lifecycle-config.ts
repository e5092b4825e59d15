import { z } from 'zod'
import { defined } from '../../core/provenance.ts'
import { int32 } from '../../core/wire.ts'

/** Source: FC-DEF, and the samples of 003 and 000. */
export const LifecycleHook = z
  .object({
    handler: z
      .string()
      .meta({ description: 'Handler of the hook.', examples: ['index.preStop'] })
      .optional(),
    timeout: int32()
      .meta({ description: 'Timeout of the hook in seconds.', examples: [10] })
      .optional(),
  })
  .meta({ ...defined, 'x-quirk': ['B16'], description: 'A lifecycle hook of an instance.' })

/** Source: FC-DEF, and the samples of 003 and 000. */
export const InstanceLifecycleConfig = z
  .object({
    preFreeze: LifecycleHook.meta({
      'x-quirk': ['B23'],
      description: 'Hook that runs before an instance is frozen.',
    }).optional(),
    preStop: LifecycleHook.meta({ description: 'Hook that runs before an instance is stopped.' }).optional(),
  })
  .meta({ ...defined, 'x-quirk': ['B16'], description: 'Lifecycle hooks of the instances.' })
