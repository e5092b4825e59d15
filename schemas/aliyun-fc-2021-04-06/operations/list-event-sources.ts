import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { eventSources } from '../examples/event-source.ts'
import { EventSources } from '../models/event-source.ts'
import { functionName, headers, qualifier, serviceName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF ListEventSources. */
export const listEventSources = operation({
  id: 'ListEventSources',
  tag: 'EventSource',
  summary: 'List event sources',
  description: 'Lists the event sources of a function.',
  method: 'get',
  path: '/services/{serviceName}/functions/{functionName}/event-sources',
  source: definition,
  params: { path: { serviceName, functionName }, query: { qualifier }, header: headers },
  success: { 200: response(EventSources, { description: 'The event sources.', examples: { eventSources } }) },
  errors: [],
  observedErrors: [...anywhere, 'ServiceNotFound', 'FunctionNotFound', 'VersionNotFound', 'AliasNotFound'],
  errorStatuses: [403, 404, 500],
})
