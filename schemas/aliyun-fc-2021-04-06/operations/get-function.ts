import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { gottenFunction } from '../examples/function.ts'
import { FunctionModel } from '../models/function.ts'
import { etagOf } from '../models/headers.ts'
import { functionName, headers, qualifier, serviceName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF GetFunction. */
export const getFunction = operation({
  id: 'GetFunction',
  tag: 'Function',
  summary: 'Get a function',
  description: 'Returns a function. With a qualifier, returns the snapshot of the function in that version or alias.',
  method: 'get',
  path: '/services/{serviceName}/functions/{functionName}',
  source: definition,
  quirks: ['D16'],
  params: { path: { serviceName, functionName }, query: { qualifier }, header: headers },
  success: {
    200: response(FunctionModel, {
      description: 'The function.',
      headers: { ETag: etagOf('function') },
      examples: { function: gottenFunction },
    }),
  },
  errors: [],
  observedErrors: [...anywhere, 'ServiceNotFound', 'FunctionNotFound', 'VersionNotFound', 'AliasNotFound'],
  errorStatuses: [400, 403, 404, 500],
})
