import { z } from 'zod'
import { int32 } from '../../core/wire.ts'

/** Path and query parameters that several operations share. Source: the Parameters tables of 004. */
export const serviceName = z.string().meta({ description: 'Name of the service.', examples: ['demo-service'] })

export const functionName = z.string().meta({ description: 'Name of the function.', examples: ['helloworld'] })

export const triggerName = z.string().meta({ description: 'Name of the trigger.', examples: ['image_resize'] })

export const versionId = z.string().meta({ description: 'Id of the version.', examples: ['1'] })

export const aliasName = z.string().meta({ description: 'Name of the alias.', examples: ['my-alias'] })

/** Absent in the plain path, present in the qualified one. */
export const qualifier = z
  .string()
  .meta({
    description: 'Version or alias of the service: a version id or the name of an alias.',
    examples: ['1'],
    'x-quirk': ['A21'],
  })
  .optional()

const limit = int32()
  .min(1)
  .max(100)
  .meta({ description: 'Most entries that one page of the list may have.', examples: [20], 'x-quirk': ['A30'] })
  .default(20)

const nextToken = z
  .string()
  .meta({ description: 'Token from the page before; the list goes on after that page. It wins over startKey.' })
  .optional()

const prefix = z.string().meta({ description: 'Only names that begin with this text are listed.' }).optional()

const startKey = z
  .string()
  .meta({ description: 'Name at which the list starts; an entry of this very name is included.' })
  .optional()

/** The query of every list by name. */
export const paging = { limit, nextToken, prefix, startKey }

/** The query of ListVersions, which knows no prefix. */
export const versionPaging = {
  limit,
  nextToken,
  startKey: z
    .string()
    .meta({ description: 'Version id at which the list starts; that version is included.', examples: ['1'] })
    .optional(),
}
