import { z } from 'zod'
import { int32 } from '../../core/wire.ts'

/** Path and query parameters that several operations share. Source: the Parameters tables of 004. */
export const serviceName = z.string().meta({ description: 'Name of the service.', examples: ['demo-service'] })

export const functionName = z.string().meta({ description: 'Name of the function.', examples: ['helloworld'] })

export const triggerName = z.string().meta({ description: 'Name of the trigger.', examples: ['image_resize'] })

export const versionId = z.string().meta({ description: 'Id of the version.', examples: ['1'] })

export const aliasName = z.string().meta({ description: 'Name of the alias.', examples: ['my-alias'] })

/** Required in the qualified path, absent from the plain path. */
export const qualifier = z
  .string()
  .meta({
    description: 'Version id or alias name of the service.',
    examples: ['1'],
    'x-quirk': ['A21'],
  })
  .optional()

export const limit = int32()
  .min(1)
  .max(100)
  .meta({ description: 'Maximum entries per page.', examples: [20], 'x-quirk': ['A30'] })
  .default(20)

export const nextToken = z
  .string()
  .meta({
    description: 'nextToken of the previous page. If nextToken is present, startKey is ignored.',
    examples: ['ZGVtby1zZXJ2aWNl'],
  })
  .optional()

const prefix = z
  .string()
  .meta({ description: 'Prefix of the names to list.', examples: ['demo'] })
  .optional()

const startKey = z
  .string()
  .meta({ description: 'First name of the list, inclusive.', examples: ['demo-service'] })
  .optional()

/** The query of every list that is sorted by name. */
export const paging = { limit, nextToken, prefix, startKey }

/** The query of ListVersions, which has no prefix. */
export const versionPaging = {
  limit,
  nextToken,
  startKey: z
    .string()
    .meta({ description: 'First version id of the list, inclusive.', examples: ['1'] })
    .optional(),
}
