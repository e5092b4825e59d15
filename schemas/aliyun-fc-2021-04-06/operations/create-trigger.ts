import { json, operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { createHttpTriggerRequest, createTimerRequest, createTriggerRequest, trigger } from '../examples/trigger.ts'
import { etagOf } from '../models/headers.ts'
import { functionName, headers, serviceName } from '../models/parameters.ts'
import { CreateTriggerInput, Trigger } from '../models/trigger.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF CreateTrigger. */
export const createTrigger = operation({
  id: 'CreateTrigger',
  tag: 'Trigger',
  summary: 'Create a trigger',
  description: 'Creates a trigger. A trigger allows an event source to invoke the function.',
  method: 'post',
  path: '/services/{serviceName}/functions/{functionName}/triggers',
  source: definition,
  quirks: ['D1', 'X5'],
  params: { path: { serviceName, functionName }, header: headers },
  body: json(CreateTriggerInput, {
    description: 'The trigger to create.',
    examples: { oss: createTriggerRequest, timer: createTimerRequest, http: createHttpTriggerRequest },
  }),
  success: {
    200: response(Trigger, {
      description: 'The trigger was created.',
      headers: { ETag: etagOf('trigger') },
      examples: { trigger },
    }),
  },
  errors: [],
  observedErrors: [...anywhere, 'EntityTooLarge', 'ServiceNotFound', 'FunctionNotFound', 'TriggerAlreadyExists'],
  errorStatuses: [400, 403, 404, 409, 500],
})
