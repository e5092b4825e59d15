import { json, operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { updatedTrigger, updateTriggerRequest } from '../examples/trigger.ts'
import { etagOf } from '../models/headers.ts'
import { functionName, headersWithIfMatch, serviceName, triggerName } from '../models/parameters.ts'
import { Trigger, UpdateTriggerInput } from '../models/trigger.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF UpdateTrigger. */
export const updateTrigger = operation({
  id: 'UpdateTrigger',
  tag: 'Trigger',
  summary: 'Update a trigger',
  description: 'Changes the settings of a trigger. An absent field stays unchanged.',
  method: 'put',
  path: '/services/{serviceName}/functions/{functionName}/triggers/{triggerName}',
  source: definition,
  quirks: ['D1', 'X5'],
  params: { path: { serviceName, functionName, triggerName }, header: headersWithIfMatch('trigger') },
  body: json(UpdateTriggerInput, {
    description: 'The changes.',
    examples: { trigger: updateTriggerRequest },
  }),
  success: {
    200: response(Trigger, {
      description: 'The trigger was updated.',
      headers: { ETag: etagOf('trigger') },
      examples: { trigger: updatedTrigger },
    }),
  },
  errors: [],
  observedErrors: [
    ...anywhere,
    'EntityTooLarge',
    'ServiceNotFound',
    'FunctionNotFound',
    'TriggerNotFound',
    'ConcurrentUpdateError',
    'PreconditionFailed',
  ],
  errorStatuses: [400, 403, 404, 409, 500],
})
