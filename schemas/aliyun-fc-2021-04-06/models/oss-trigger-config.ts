import { z } from 'zod'

/** Source: FC-DEF OSSTriggerKey. */
export const OSSTriggerKey = z
  .object({
    prefix: z
      .string()
      .meta({
        description: 'Prefix of the names of objects. Only events of these objects invoke the function.',
        examples: ['images/'],
      })
      .optional(),
    suffix: z
      .string()
      .meta({
        description: 'Suffix of the names of objects. Only events of these objects invoke the function.',
        examples: ['.zip'],
      })
      .optional(),
  })
  .meta({ description: 'Names of objects.' })

/** Source: FC-DEF OSSTriggerFilter. */
export const OSSTriggerFilter = z
  .object({
    key: OSSTriggerKey.meta({ description: 'Names of the objects. Their events invoke the function.' }).optional(),
  })
  .meta({ description: 'Filter for events of OSS.' })

/** Source: FC-DEF OSSTriggerConfig. */
export const OSSTriggerConfig = z
  .object({
    events: z
      .array(
        z.string().meta({
          description: 'Type of the event. The name may contain a wildcard.',
          examples: ['oss:ObjectCreated:*'],
        }),
      )
      .meta({ description: 'Events of OSS that invoke the function.' })
      .optional(),
    filter: OSSTriggerFilter.meta({ description: 'Filter for the events.' }).optional(),
  })
  .meta({ description: 'Settings of a trigger of the type oss.' })
