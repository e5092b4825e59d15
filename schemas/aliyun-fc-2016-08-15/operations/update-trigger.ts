import { json, operation, response } from '../../core/operation.ts'
import { anywhere, denied } from '../errors.ts'
import { updatedTrigger, updateTriggerRequest } from '../examples/trigger.ts'
import { etag, ifMatch } from '../models/headers.ts'
import { functionName, serviceName, triggerName } from '../models/parameters.ts'
import { TriggerResponse, TriggerUpdateFields } from '../models/trigger.ts'
import { apiSpecification } from '../sources.ts'

/** Source: 004 UpdateTrigger. */
export const updateTrigger = operation({
  id: 'UpdateTrigger',
  tag: 'Trigger',
  summary: 'Update a trigger',
  description: 'Changes the settings of a trigger. An absent field stays unchanged.',
  method: 'put',
  path: '/services/{serviceName}/functions/{functionName}/triggers/{triggerName}',
  source: apiSpecification,
  params: { path: { serviceName, functionName, triggerName }, header: { 'If-Match': ifMatch('trigger') } },
  body: json(TriggerUpdateFields, { description: 'The changes.', examples: { update: updateTriggerRequest } }),
  success: {
    200: response(TriggerResponse, {
      description: 'The trigger was updated.',
      headers: { ETag: etag('trigger') },
      examples: { trigger: updatedTrigger },
    }),
  },
  errors: [
    'InvalidArgument',
    ...denied,
    'ServiceNotFound',
    'FunctionNotFound',
    'TriggerNotFound',
    'InternalServerError',
  ],
  observedErrors: ['EntityTooLarge', 'PreconditionFailed', ...anywhere],
})
