import { z } from 'zod'
import { json, operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { updatedFunction } from '../examples/function.ts'
import { settings, zipCode } from '../examples/update-function.ts'
import { FunctionModel } from '../models/function.ts'
import { commonHeaders, etag, ifMatch } from '../models/headers.ts'
import { UpdateFunctionInput } from '../models/update-function-input.ts'
import { updateFunctionReference } from '../sources.ts'

/** Source: 000 UpdateFunction. */
export const updateFunction = operation({
  id: 'UpdateFunction',
  tag: 'Function',
  summary: 'Update a function',
  description: 'Changes the settings or the code of a function. An absent field stays unchanged.',
  method: 'put',
  path: '/services/{serviceName}/functions/{functionName}',
  source: updateFunctionReference,
  provenance: 'defined',
  quirks: ['B1', 'B14', 'B18', 'B26', 'C6', 'C7', 'D1', 'X1', 'X5'],
  params: {
    path: {
      serviceName: z.string().meta({ description: 'Name of the service.', examples: ['demoService'] }),
      functionName: z
        .string()
        .meta({ 'x-quirk': ['B20'], description: 'Name of the function.', examples: ['demoFunction'] }),
    },
    header: { 'If-Match': ifMatch, ...commonHeaders },
  },
  body: json(UpdateFunctionInput, {
    description: 'The changes. The fields are at the top level of the body.',
    examples: { settings, zipCode },
  }),
  success: {
    200: response(FunctionModel, {
      description: 'The function was updated.',
      headers: { ETag: etag('5e547e5605e1dc17a78a6191bc18fbc5') },
      examples: { function: updatedFunction },
      provenance: 'defined',
    }),
  },
  errors: [],
  observedErrors: [
    ...anywhere,
    'EntityTooLarge',
    'ServiceNotFound',
    'FunctionNotFound',
    'ConcurrentUpdateError',
    'PreconditionFailed',
  ],
  errorStatuses: [400, 403, 404, 409, 500],
})
