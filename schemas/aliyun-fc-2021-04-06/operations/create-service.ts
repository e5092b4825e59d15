import { json, operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { createServiceRequest, createServiceWithNetworkRequest, service } from '../examples/service.ts'
import { etagOf } from '../models/headers.ts'
import { headers } from '../models/parameters.ts'
import { CreateServiceInput, Service } from '../models/service.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF CreateService. */
export const createService = operation({
  id: 'CreateService',
  tag: 'Service',
  summary: 'Create a service',
  description: 'Creates a service. A service contains functions.',
  method: 'post',
  path: '/services',
  source: definition,
  quirks: ['D1', 'D14', 'X5'],
  params: { path: {}, header: headers },
  body: json(CreateServiceInput, {
    description: 'The service to create.',
    examples: { service: createServiceRequest, network: createServiceWithNetworkRequest },
  }),
  success: {
    200: response(Service, {
      description: 'The service was created.',
      headers: { ETag: etagOf('service') },
      examples: { service },
    }),
  },
  errors: [],
  observedErrors: [...anywhere, 'EntityTooLarge', 'ServiceAlreadyExists'],
  errorStatuses: [400, 403, 409, 500],
})
