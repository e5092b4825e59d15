import { z } from 'zod'
import { FunctionModel } from './function.ts'
import { NextToken } from './next-token.ts'

/** Source: FC-DEF ListFunctions, 200. */
export const FunctionPage = z
  .object({
    functions: z.array(FunctionModel).meta({ description: 'Functions on this page, sorted by name.' }).optional(),
    nextToken: NextToken.optional(),
  })
  .meta({ description: 'One page of functions.' })
