import { z } from 'zod'
import { int32 } from '../../core/wire.ts'
import { commonHeaders, ifMatchOf } from './headers.ts'

/** Parameters that several operations share. Source: FC-DEF. */
export const serviceName = z.string().meta({ description: 'Name of the service.', examples: ['demo-service'] })

export const functionName = z.string().meta({ description: 'Name of the function.', examples: ['demo-function'] })

export const triggerName = z.string().meta({ description: 'Name of the trigger.', examples: ['demoTrigger'] })

export const versionId = z.string().meta({ description: 'Id of the version.', examples: ['1'] })

export const aliasName = z.string().meta({ description: 'Name of the alias.', examples: ['alias_test'] })

/** A version or an alias, in the query. */
export const qualifier = z
  .string()
  .meta({
    description: 'Version id or alias name of the service. LATEST or no qualifier: the unpublished state.',
    examples: ['demoQualifier'],
  })
  .optional()

/** The headers that FC-DEF states for every operation. */
export const headers = {
  'X-Fc-Account-Id': commonHeaders['X-Fc-Account-Id'],
  'X-Fc-Date': commonHeaders['X-Fc-Date'],
  'X-Fc-Trace-Id': commonHeaders['X-Fc-Trace-Id'],
}

/** The headers of an operation that compares the ETag of a resource. */
export const headersWithIfMatch = (resource: string) => ({ 'If-Match': ifMatchOf(resource), ...headers })

export const limit = int32()
  .min(1)
  .max(100)
  .meta({
    description: 'Maximum entries per page, 1 to 100. A page may have fewer entries.',
    examples: [20],
    'x-keyword-provenance': { minimum: 'inferred' },
  })
  .default(20)

export const nextToken = z
  .string()
  .meta({
    description: 'nextToken of the previous page. If nextToken is present, startKey is ignored.',
    examples: ['caeba0be03f84eb48b699f0a4883'],
  })
  .optional()

export const prefix = z
  .string()
  .meta({ description: 'Prefix of the names to list.', examples: ['prefix_text'] })
  .optional()

export const startKey = z
  .string()
  .meta({ description: 'First name of the list, inclusive.', examples: ['nextkey'] })
  .optional()

/** The query of every list that is sorted by name. */
export const paging = { limit, nextToken, prefix, startKey }

/** startKey of a list of versions. */
export const firstVersion = z
  .string()
  .meta({ description: 'First version id of the list, inclusive.', examples: ['1'] })
  .optional()
