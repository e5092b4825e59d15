import { z } from 'zod'

/** Source: FC-DEF ListInstances, response 200, instances. */
export const Instance = z
  .object({
    instanceId: z
      .string()
      .meta({ description: 'Id of the instance.', examples: ['1ef6b6ff-7f7b-485e-ab49-501ac6817a2b'] })
      .optional(),
    versionId: z
      .string()
      .meta({ description: 'Version of the service. The instances of LATEST have 0.', examples: ['1'] })
      .optional(),
  })
  .meta({ description: 'An instance that runs a function, or that can run it.' })

/** Source: FC-DEF ListInstances, response 200. */
export const ListInstancesOutput = z
  .object({ instances: z.array(Instance).meta({ description: 'Available instances of the function.' }).optional() })
  .meta({ description: 'The available instances of a function.' })
