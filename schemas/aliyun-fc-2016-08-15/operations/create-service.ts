import { json, operation, response } from '../../core/operation.ts'
import { anywhere, denied } from '../errors.ts'
import { createServiceRequest, createServiceWithNetworkRequest, service } from '../examples/service.ts'
import { etag } from '../models/headers.ts'
import { Service, ServiceResponse } from '../models/service.ts'
import { apiSpecification } from '../sources.ts'

/** Source: 004 CreateService. */
export const createService = operation({
  id: 'CreateService',
  tag: 'Service',
  summary: 'Create a service',
  description: 'Creates a service. A service contains functions.',
  method: 'post',
  path: '/services',
  source: apiSpecification,
  params: { path: {} },
  body: json(Service, {
    description: 'The service to create.',
    examples: { service: createServiceRequest, network: createServiceWithNetworkRequest },
  }),
  success: {
    200: response(ServiceResponse, {
      description: 'The service was created.',
      headers: { ETag: etag('service') },
      examples: { service },
    }),
  },
  errors: ['InvalidArgument', ...denied, 'ServiceAlreadyExists', 'InternalServerError'],
  observedErrors: ['EntityTooLarge', ...anywhere],
})
