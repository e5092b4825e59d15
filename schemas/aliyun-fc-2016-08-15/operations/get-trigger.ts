import { operation, response } from '../../core/operation.ts'
import { anywhere, denied } from '../errors.ts'
import { trigger } from '../examples/trigger.ts'
import { etag } from '../models/headers.ts'
import { functionName, serviceName, triggerName } from '../models/parameters.ts'
import { TriggerResponse } from '../models/trigger.ts'
import { apiSpecification } from '../sources.ts'

/** Source: 004 GetTrigger. */
export const getTrigger = operation({
  id: 'GetTrigger',
  tag: 'Trigger',
  summary: 'Get a trigger',
  description: 'Returns a trigger.',
  method: 'get',
  path: '/services/{serviceName}/functions/{functionName}/triggers/{triggerName}',
  source: apiSpecification,
  params: { path: { serviceName, functionName, triggerName } },
  success: {
    200: response(TriggerResponse, {
      description: 'The trigger.',
      headers: { ETag: etag('trigger') },
      examples: { trigger },
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
  observedErrors: anywhere,
})
