import { noContent, operation } from '../../core/operation.ts'
import { anywhere, denied } from '../errors.ts'
import { ifMatch } from '../models/headers.ts'
import { functionName, serviceName } from '../models/parameters.ts'
import { apiSpecification } from '../sources.ts'

/** Source: 004 DeleteFunction. */
export const deleteFunction = operation({
  id: 'DeleteFunction',
  tag: 'Function',
  summary: 'Delete a function',
  description: 'Deletes a function. The function must not have triggers.',
  method: 'delete',
  path: '/services/{serviceName}/functions/{functionName}',
  source: apiSpecification,
  quirks: ['A31'],
  params: { path: { serviceName, functionName }, header: { 'If-Match': ifMatch('function', ['A24']) } },
  success: { 204: noContent('The function was deleted.') },
  errors: [
    'InvalidArgument',
    ...denied,
    'ServiceNotFound',
    'FunctionNotFound',
    'FunctionNotEmpty',
    'InternalServerError',
  ],
  observedErrors: ['ProvisionConfigExist', 'PreconditionFailed', ...anywhere],
})
