import { noContent, operation } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { functionName, headersWithIfMatch, serviceName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF DeleteFunction. */
export const deleteFunction = operation({
  id: 'DeleteFunction',
  tag: 'Function',
  summary: 'Delete a function',
  description: 'Deletes a function. The function must not have triggers.',
  method: 'delete',
  path: '/services/{serviceName}/functions/{functionName}',
  source: definition,
  params: { path: { serviceName, functionName }, header: headersWithIfMatch('function') },
  success: {
    204: noContent('The function was deleted.'),
  },
  errors: [],
  observedErrors: [
    'ProvisionConfigExist',
    ...anywhere,
    'ServiceNotFound',
    'FunctionNotFound',
    'FunctionNotEmpty',
    'PreconditionFailed',
  ],
  errorStatuses: [400, 403, 404, 409, 500],
})
