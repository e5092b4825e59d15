import { noContent, operation } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { headersWithIfMatch, serviceName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF DeleteService. */
export const deleteService = operation({
  id: 'DeleteService',
  tag: 'Service',
  summary: 'Delete a service',
  description: 'Deletes a service. The service must have neither functions nor versions.',
  method: 'delete',
  path: '/services/{serviceName}',
  source: definition,
  params: { path: { serviceName }, header: headersWithIfMatch('service') },
  success: {
    204: noContent('The service was deleted.'),
  },
  errors: [],
  observedErrors: [...anywhere, 'ServiceNotFound', 'ServiceNotEmpty', 'PreconditionFailed'],
  errorStatuses: [400, 403, 404, 409, 500],
})
