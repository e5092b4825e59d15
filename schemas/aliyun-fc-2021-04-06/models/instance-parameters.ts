import { z } from 'zod'
import { int32 } from '../../core/wire.ts'

/** The query of ListInstances. */
export const instanceQuery = {
  qualifier: z
    .string()
    .meta({
      description: 'Version or alias of the service, as in InvokeFunction. Without a qualifier, the version is LATEST.',
      examples: ['dev'],
    })
    .optional(),
  instanceIds: z
    .array(z.string().meta({ description: 'Id of an instance.', examples: ['1ef6b6ff-7f7b-485e-ab49-501ac6817a2b'] }))
    .min(1)
    .max(1000)
    .meta({
      'x-quirk': ['E32'],
      description: 'Lists only these instances, 1 to 1000.',
      examples: [['1ef6b6ff-7f7b-485e-ab49-501ac6817a2b', '04db0821-c6d2-4c10-970b-93e36f1a5c3d']],
    })
    .optional(),
  limit: int32()
    .min(0)
    .max(1000)
    .meta({ description: 'Maximum number of instances.', examples: [20] })
    .optional(),
}

export const gpuInstanceId = z.string().meta({ description: 'Id of the GPU instance.', examples: ['i-xxx'] })

/** The query of ListReservedCapacities. The limit is text (E28). */
export const capacityPaging = {
  nextToken: z
    .string()
    .meta({ description: 'nextToken of the previous page.', examples: ['8bj81uI8n'] })
    .optional(),
  limit: z
    .string()
    .regex(/^([1-9]\d?|100)$/)
    .meta({ 'x-quirk': ['E28'], description: 'Maximum entries per page, 1 to 100, as text.', examples: ['20'] })
    .optional(),
}
