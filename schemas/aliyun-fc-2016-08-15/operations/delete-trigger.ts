import { noContent, operation } from '../../core/operation.ts'
import { anywhere, denied } from '../errors.ts'
import { ifMatch } from '../models/headers.ts'
import { functionName, serviceName, triggerName } from '../models/parameters.ts'
import { apiSpecification } from '../sources.ts'

/** Source: 004 DeleteTrigger. */
export const deleteTrigger = operation({
  id: 'DeleteTrigger',
  tag: 'Trigger',
  summary: 'Delete a trigger',
  description: 'Deletes a trigger. The event source no longer invokes the function.',
  method: 'delete',
  path: '/services/{serviceName}/functions/{functionName}/triggers/{triggerName}',
  source: apiSpecification,
  quirks: ['A31'],
  params: {
    path: { serviceName, functionName, triggerName },
    header: { 'If-Match': ifMatch('trigger', ['A24']) },
  },
  success: { 204: noContent('The trigger was deleted.') },
  errors: [
    'InvalidArgument',
    ...denied,
    'ServiceNotFound',
    'FunctionNotFound',
    'TriggerNotFound',
    'InternalServerError',
  ],
  observedErrors: ['PreconditionFailed', ...anywhere],
})
