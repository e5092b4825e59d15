import { json, operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { updatedService, updateServiceRequest } from '../examples/service.ts'
import { etagOf } from '../models/headers.ts'
import { headersWithIfMatch, serviceName } from '../models/parameters.ts'
import { Service, UpdateServiceInput } from '../models/service.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF UpdateService. */
export const updateService = operation({
  id: 'UpdateService',
  tag: 'Service',
  summary: 'Update a service',
  description: 'Changes the settings of a service. An absent field stays unchanged.',
  method: 'put',
  path: '/services/{serviceName}',
  source: definition,
  quirks: ['D1', 'D15', 'X5'],
  params: { path: { serviceName }, header: headersWithIfMatch('service') },
  body: json(UpdateServiceInput, {
    description: 'The changes.',
    examples: { service: updateServiceRequest },
  }),
  success: {
    200: response(Service, {
      description: 'The service was updated.',
      headers: { ETag: etagOf('service') },
      examples: { service: updatedService },
    }),
  },
  errors: [],
  observedErrors: [...anywhere, 'EntityTooLarge', 'ServiceNotFound', 'ConcurrentUpdateError', 'PreconditionFailed'],
  errorStatuses: [400, 403, 404, 500],
})
