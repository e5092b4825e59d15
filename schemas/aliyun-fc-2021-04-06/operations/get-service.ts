import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { service } from '../examples/service.ts'
import { etagOf } from '../models/headers.ts'
import { headers, qualifier, serviceName } from '../models/parameters.ts'
import { Service } from '../models/service.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF GetService. */
export const getService = operation({
  id: 'GetService',
  tag: 'Service',
  summary: 'Get a service',
  description: 'Returns a service. With a qualifier, returns the snapshot of the service in that version or alias.',
  method: 'get',
  path: '/services/{serviceName}',
  source: definition,
  params: { path: { serviceName }, query: { qualifier }, header: headers },
  success: {
    200: response(Service, {
      description: 'The service.',
      headers: { ETag: etagOf('service') },
      examples: { service },
    }),
  },
  errors: [],
  observedErrors: [...anywhere, 'ServiceNotFound', 'VersionNotFound', 'AliasNotFound'],
  errorStatuses: [400, 403, 404, 500],
})
