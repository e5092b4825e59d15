import { z } from 'zod'
import { int64 } from '../../core/wire.ts'

/** Source: FC-DEF OpenReservedCapacity. */
export const OpenReservedCapacity = z
  .object({
    instanceId: z
      .string()
      .meta({ description: 'Id of the subscription.', examples: ['fc-xxxx'] })
      .optional(),
    cu: int64()
      .meta({ description: 'Number of compute units (CU).', examples: [15] })
      .optional(),
    deadline: z
      .string()
      .meta({
        'x-quirk': ['E29'],
        description: 'Time when the subscription ends, in milliseconds since 1970, as text.',
        examples: ['150000000'],
      })
      .optional(),
    createdTime: z
      .string()
      .meta({ description: 'Time when the subscription was created, in UTC.', examples: ['2020-04-03T05:57:28Z'] })
      .optional(),
    lastModifiedTime: z
      .string()
      .meta({ description: 'Time when the subscription was last updated, in UTC.', examples: ['2020-04-03T05:57:28Z'] })
      .optional(),
    isRefunded: z
      .string()
      .meta({ 'x-quirk': ['E29'], description: 'Whether the subscription was refunded, as text.', examples: ['true'] })
      .optional(),
  })
  .meta({ description: 'A subscription of compute units.' })

/** Source: FC-DEF ListReservedCapacities, response 200. */
export const ListReservedCapacitiesOutput = z
  .object({
    reservedCapacities: z.array(OpenReservedCapacity).meta({ description: 'Subscriptions on this page.' }).optional(),
    nextToken: z
      .string()
      .meta({ description: 'Token for the next page. Absent on the last page.', examples: ['8bj81uI8n'] })
      .optional(),
  })
  .meta({ description: 'One page of subscriptions.' })
