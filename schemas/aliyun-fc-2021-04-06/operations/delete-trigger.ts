import { noContent, operation } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { functionName, headersWithIfMatch, serviceName, triggerName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF DeleteTrigger. */
export const deleteTrigger = operation({
  id: 'DeleteTrigger',
  tag: 'Trigger',
  summary: 'Delete a trigger',
  description: 'Deletes a trigger. The event source no longer invokes the function.',
  method: 'delete',
  path: '/services/{serviceName}/functions/{functionName}/triggers/{triggerName}',
  source: definition,
  params: { path: { serviceName, functionName, triggerName }, header: headersWithIfMatch('trigger') },
  success: {
    204: noContent('The trigger was deleted.'),
  },
  errors: [],
  observedErrors: [
    ...anywhere,
    'ServiceNotFound',
    'FunctionNotFound',
    'TriggerNotFound',
    'ConcurrentUpdateError',
    'PreconditionFailed',
  ],
  errorStatuses: [400, 403, 404, 409, 500],
})
