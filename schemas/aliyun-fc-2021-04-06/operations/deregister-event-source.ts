import { noContent, operation } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { sourceArn } from '../models/event-source.ts'
import { functionName, headers, qualifier, serviceName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF DeregisterEventSource. */
export const deregisterEventSource = operation({
  id: 'DeregisterEventSource',
  tag: 'EventSource',
  summary: 'Deregister an event source',
  description: 'Removes an event source of a function.',
  method: 'delete',
  path: '/services/{serviceName}/functions/{functionName}/event-sources/{sourceArn}',
  source: definition,
  deprecated: true,
  quirks: ['F31'],
  params: { path: { serviceName, functionName, sourceArn }, query: { qualifier }, header: headers },
  success: { 204: noContent('The event source was removed.') },
  errors: [],
  observedErrors: [
    ...anywhere,
    'ServiceNotFound',
    'FunctionNotFound',
    'VersionNotFound',
    'AliasNotFound',
    'EventSourceNotFound',
  ],
  errorStatuses: [400, 403, 404, 500],
})
