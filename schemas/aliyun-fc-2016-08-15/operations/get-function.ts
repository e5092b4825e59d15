import { operation, response } from '../../core/operation.ts'
import { anywhere, denied } from '../errors.ts'
import { functionExample } from '../examples/function.ts'
import { FunctionResponse } from '../models/function.ts'
import { etag } from '../models/headers.ts'
import { functionName, qualifier, serviceName } from '../models/parameters.ts'
import { apiSpecification } from '../sources.ts'

/** Source: 004 GetFunction. */
export const getFunction = operation({
  id: 'GetFunction',
  tag: 'Function',
  summary: 'Get a function',
  description: 'Returns a function. With a qualifier, returns the snapshot of the function in that version or alias.',
  method: 'get',
  path: '/services/{serviceName}/functions/{functionName}',
  qualifiedPath: '/services/{serviceName}.{qualifier}/functions/{functionName}',
  source: apiSpecification,
  params: { path: { serviceName, qualifier, functionName } },
  success: {
    200: response(FunctionResponse, {
      description: 'The function.',
      headers: { ETag: etag('function') },
      examples: { function: functionExample },
    }),
  },
  errors: [
    'InvalidArgument',
    ...denied,
    'ServiceNotFound',
    'FunctionNotFound',
    'VersionNotFound',
    'AliasNotFound',
    'InternalServerError',
  ],
  observedErrors: anywhere,
})
