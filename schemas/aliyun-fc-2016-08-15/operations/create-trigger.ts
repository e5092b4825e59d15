import { json, operation, response } from '../../core/operation.ts'
import { anywhere, denied } from '../errors.ts'
import { createTimerRequest, createTriggerRequest, trigger } from '../examples/trigger.ts'
import { etag } from '../models/headers.ts'
import { functionName, serviceName } from '../models/parameters.ts'
import { Trigger, TriggerResponse } from '../models/trigger.ts'
import { apiSpecification } from '../sources.ts'

/** Source: 004 CreateTrigger. */
export const createTrigger = operation({
  id: 'CreateTrigger',
  tag: 'Trigger',
  summary: 'Create a trigger',
  description: 'Creates a trigger. A trigger allows an event source to invoke the function.',
  method: 'post',
  path: '/services/{serviceName}/functions/{functionName}/triggers',
  source: apiSpecification,
  params: { path: { serviceName, functionName } },
  body: json(Trigger, {
    description: 'The trigger to create.',
    examples: { oss: createTriggerRequest, timer: createTimerRequest },
  }),
  success: {
    200: response(TriggerResponse, {
      description: 'The trigger was created.',
      headers: { ETag: etag('trigger') },
      examples: { trigger },
    }),
  },
  errors: [
    'InvalidArgument',
    ...denied,
    'ServiceNotFound',
    'FunctionNotFound',
    'TriggerAlreadyExists',
    'InternalServerError',
  ],
  observedErrors: ['EntityTooLarge', ...anywhere],
})
