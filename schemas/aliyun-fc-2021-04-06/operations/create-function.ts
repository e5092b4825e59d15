import { z } from 'zod'
import { json, operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { customContainer, customRuntime, ossCode } from '../examples/create-function.ts'
import { createdFunction } from '../examples/function.ts'
import { CreateFunctionInput } from '../models/create-function-input.ts'
import { FunctionModel } from '../models/function.ts'
import { commonHeaders, etag } from '../models/headers.ts'
import { createFunctionReference } from '../sources.ts'

/** Source: 003 CreateFunction. */
export const createFunction = operation({
  id: 'CreateFunction',
  tag: 'Function',
  summary: 'Create a function',
  description: 'Creates a function in a service, from a ZIP archive or from a container image.',
  method: 'post',
  path: '/services/{serviceName}/functions',
  source: createFunctionReference,
  quirks: ['B14', 'B18', 'B26', 'C7', 'D1', 'X1', 'X5'],
  params: {
    path: { serviceName: z.string().meta({ description: 'Name of the service.', examples: ['serviceName'] }) },
    header: commonHeaders,
  },
  body: json(CreateFunctionInput, {
    description: 'The function to create. The fields are at the top level of the body.',
    examples: { ossCode, customRuntime, customContainer },
  }),
  success: {
    200: response(FunctionModel, {
      description: 'The function was created.',
      headers: { ETag: etag('738136ea26b79cee660862cd7628****') },
      examples: { function: createdFunction },
      provenance: 'defined',
    }),
  },
  errors: [],
  observedErrors: [...anywhere, 'EntityTooLarge', 'ServiceNotFound', 'FunctionAlreadyExists'],
  errorStatuses: [400, 403, 404, 409, 500],
})
