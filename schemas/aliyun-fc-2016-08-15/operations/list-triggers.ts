import { operation, response } from '../../core/operation.ts'
import { anywhere, denied } from '../errors.ts'
import { triggers } from '../examples/trigger.ts'
import { functionName, paging, serviceName } from '../models/parameters.ts'
import { TriggerPage } from '../models/trigger.ts'
import { apiSpecification } from '../sources.ts'

/** Source: 004 ListTriggers. */
export const listTriggers = operation({
  id: 'ListTriggers',
  tag: 'Trigger',
  summary: 'List triggers',
  description: 'Lists the triggers of a function, sorted by name, in pages.',
  method: 'get',
  path: '/services/{serviceName}/functions/{functionName}/triggers',
  source: apiSpecification,
  quirks: ['A20'],
  params: { path: { serviceName, functionName }, query: paging },
  success: { 200: response(TriggerPage, { description: 'A page of triggers.', examples: { triggers } }) },
  errors: ['InvalidArgument', ...denied, 'ServiceNotFound', 'FunctionNotFound', 'InternalServerError'],
  observedErrors: anywhere,
})
