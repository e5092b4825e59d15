import { z } from 'zod'
import { int32 } from '../../core/wire.ts'
import { nextToken, prefix, startKey } from './parameters.ts'

export const domainName = z
  .string()
  .meta({ 'x-quirk': ['E12'], description: 'Domain name.', examples: ['example.com'] })

/** Source: FC-DEF ListCustomDomains and ListStatefulAsyncInvocationFunctions. */
export const limitFromZero = int32()
  .min(0)
  .max(100)
  .meta({ 'x-quirk': ['E18'], description: 'Maximum entries per page, 0 to 100.', examples: [20] })
  .default(20)

/** The query of ListCustomDomains. */
export const domainPaging = { limit: limitFromZero, nextToken, prefix, startKey }
