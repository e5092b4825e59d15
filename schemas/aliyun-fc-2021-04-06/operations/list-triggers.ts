import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { triggers } from '../examples/trigger.ts'
import { functionName, headers, paging, serviceName } from '../models/parameters.ts'
import { TriggerPage } from '../models/trigger.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF ListTriggers. */
export const listTriggers = operation({
  id: 'ListTriggers',
  tag: 'Trigger',
  summary: 'List triggers',
  description: 'Lists the triggers of a function, sorted by name, in pages.',
  method: 'get',
  path: '/services/{serviceName}/functions/{functionName}/triggers',
  source: definition,
  params: { path: { serviceName, functionName }, query: paging, header: headers },
  success: {
    200: response(TriggerPage, {
      description: 'A page of triggers.',
      examples: { triggers },
    }),
  },
  errors: [],
  observedErrors: [...anywhere, 'ServiceNotFound', 'FunctionNotFound'],
  errorStatuses: [400, 403, 404, 500],
})
