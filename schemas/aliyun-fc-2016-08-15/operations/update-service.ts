import { json, operation, response } from '../../core/operation.ts'
import { anywhere, denied } from '../errors.ts'
import { updatedService, updateServiceRequest } from '../examples/service.ts'
import { etag, ifMatch } from '../models/headers.ts'
import { serviceName } from '../models/parameters.ts'
import { ServiceResponse, ServiceUpdateFields } from '../models/service.ts'
import { apiSpecification } from '../sources.ts'

/** Source: 004 UpdateService. */
export const updateService = operation({
  id: 'UpdateService',
  tag: 'Service',
  summary: 'Update a service',
  description: 'Changes the settings of a service. An absent field stays unchanged.',
  method: 'put',
  path: '/services/{serviceName}',
  source: apiSpecification,
  params: { path: { serviceName }, header: { 'If-Match': ifMatch('service') } },
  body: json(ServiceUpdateFields, { description: 'The changes.', examples: { update: updateServiceRequest } }),
  success: {
    200: response(ServiceResponse, {
      description: 'The service was updated.',
      headers: { ETag: etag('service') },
      examples: { service: updatedService },
    }),
  },
  errors: ['InvalidArgument', ...denied, 'ServiceNotFound', 'InternalServerError'],
  observedErrors: ['EntityTooLarge', 'PreconditionFailed', ...anywhere],
})
