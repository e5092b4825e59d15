import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { httpTrigger, trigger } from '../examples/trigger.ts'
import { etagOf } from '../models/headers.ts'
import { functionName, headers, serviceName, triggerName } from '../models/parameters.ts'
import { Trigger } from '../models/trigger.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF GetTrigger. */
export const getTrigger = operation({
  id: 'GetTrigger',
  tag: 'Trigger',
  summary: 'Get a trigger',
  description: 'Returns a trigger.',
  method: 'get',
  path: '/services/{serviceName}/functions/{functionName}/triggers/{triggerName}',
  source: definition,
  params: { path: { serviceName, functionName, triggerName }, header: headers },
  success: {
    200: response(Trigger, {
      description: 'The trigger.',
      headers: { ETag: etagOf('trigger') },
      examples: { trigger, http: httpTrigger },
    }),
  },
  errors: [],
  observedErrors: [...anywhere, 'ServiceNotFound', 'FunctionNotFound', 'TriggerNotFound'],
  errorStatuses: [400, 403, 404, 500],
})
