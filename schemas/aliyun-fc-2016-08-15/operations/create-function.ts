import { json, operation, response } from '../../core/operation.ts'
import { anywhere, denied } from '../errors.ts'
import { createFunctionFromOssRequest, createFunctionRequest, functionExample } from '../examples/function.ts'
import { FunctionModel, FunctionResponse } from '../models/function.ts'
import { etag } from '../models/headers.ts'
import { serviceName } from '../models/parameters.ts'
import { apiSpecification } from '../sources.ts'

/** Source: 004 CreateFunction. */
export const createFunction = operation({
  id: 'CreateFunction',
  tag: 'Function',
  summary: 'Create a function',
  description: 'Creates a function with its code in a service.',
  method: 'post',
  path: '/services/{serviceName}/functions',
  source: apiSpecification,
  params: { path: { serviceName } },
  body: json(FunctionModel, {
    description: 'The function to create.',
    examples: { inline: createFunctionRequest, oss: createFunctionFromOssRequest },
  }),
  success: {
    200: response(FunctionResponse, {
      description: 'The function was created.',
      headers: { ETag: etag('function') },
      examples: { function: functionExample },
    }),
  },
  errors: ['InvalidArgument', ...denied, 'ServiceNotFound', 'FunctionAlreadyExists', 'InternalServerError'],
  observedErrors: ['EntityTooLarge', ...anywhere],
})
