import { json, operation, response } from '../../core/operation.ts'
import { anywhere, denied } from '../errors.ts'
import { updatedFunction, updateFunctionRequest } from '../examples/function.ts'
import { FunctionResponse, FunctionUpdateFields } from '../models/function.ts'
import { etag, ifMatch } from '../models/headers.ts'
import { functionName, serviceName } from '../models/parameters.ts'
import { apiSpecification } from '../sources.ts'

/** Source: 004 UpdateFunction. */
export const updateFunction = operation({
  id: 'UpdateFunction',
  tag: 'Function',
  summary: 'Update a function',
  description: 'Changes the settings or the code of a function. An absent field stays unchanged.',
  method: 'put',
  path: '/services/{serviceName}/functions/{functionName}',
  source: apiSpecification,
  quirks: ['A10'],
  params: { path: { serviceName, functionName }, header: { 'If-Match': ifMatch('function') } },
  body: json(FunctionUpdateFields, { description: 'The changes.', examples: { update: updateFunctionRequest } }),
  success: {
    200: response(FunctionResponse, {
      description: 'The function was updated.',
      headers: { ETag: etag('function') },
      examples: { function: updatedFunction },
    }),
  },
  errors: ['InvalidArgument', ...denied, 'ServiceNotFound', 'FunctionNotFound', 'InternalServerError'],
  observedErrors: ['EntityTooLarge', 'PreconditionFailed', ...anywhere],
})
