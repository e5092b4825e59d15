import { json, operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { eventSource, eventSourceInput } from '../examples/event-source.ts'
import { EventSource, EventSourceInput } from '../models/event-source.ts'
import { functionName, headers, qualifier, serviceName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF RegisterEventSource. */
export const registerEventSource = operation({
  id: 'RegisterEventSource',
  tag: 'EventSource',
  summary: 'Register an event source',
  description: 'Registers an event source that invokes a function.',
  method: 'post',
  path: '/services/{serviceName}/functions/{functionName}/event-sources',
  source: definition,
  quirks: ['F20', 'F30'],
  params: { path: { serviceName, functionName }, query: { qualifier }, header: headers },
  body: json(EventSourceInput, { description: 'The event source.', quirks: ['F20'], examples: { eventSourceInput } }),
  success: {
    200: response(EventSource, { description: 'The event source was registered.', examples: { eventSource } }),
  },
  errors: [],
  observedErrors: [
    ...anywhere,
    'EntityTooLarge',
    'ServiceNotFound',
    'FunctionNotFound',
    'VersionNotFound',
    'AliasNotFound',
  ],
})
