import { operation, response } from '../../core/operation.ts'
import { anywhere, denied } from '../errors.ts'
import { service } from '../examples/service.ts'
import { etag } from '../models/headers.ts'
import { qualifier, serviceName } from '../models/parameters.ts'
import { ServiceResponse } from '../models/service.ts'
import { apiSpecification } from '../sources.ts'

/** Source: 004 GetService. */
export const getService = operation({
  id: 'GetService',
  tag: 'Service',
  summary: 'Get a service',
  description: 'Returns a service. With a qualifier, returns the snapshot of the service in that version or alias.',
  method: 'get',
  path: '/services/{serviceName}',
  qualifiedPath: '/services/{serviceName}.{qualifier}',
  source: apiSpecification,
  params: { path: { serviceName, qualifier } },
  success: {
    200: response(ServiceResponse, {
      description: 'The service.',
      headers: { ETag: etag('service') },
      examples: { service },
    }),
  },
  errors: ['InvalidArgument', ...denied, 'ServiceNotFound', 'VersionNotFound', 'AliasNotFound', 'InternalServerError'],
  observedErrors: anywhere,
})
