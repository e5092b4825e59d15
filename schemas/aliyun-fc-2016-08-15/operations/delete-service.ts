import { noContent, operation } from '../../core/operation.ts'
import { anywhere, denied } from '../errors.ts'
import { ifMatch } from '../models/headers.ts'
import { serviceName } from '../models/parameters.ts'
import { apiSpecification } from '../sources.ts'

/** Source: 004 DeleteService. */
export const deleteService = operation({
  id: 'DeleteService',
  tag: 'Service',
  summary: 'Delete a service',
  description: 'Deletes a service. The service must have neither functions nor versions.',
  method: 'delete',
  path: '/services/{serviceName}',
  source: apiSpecification,
  quirks: ['A31', 'W6'],
  params: { path: { serviceName }, header: { 'If-Match': ifMatch('service', ['A24']) } },
  success: { 204: noContent('The service was deleted.') },
  errors: ['InvalidArgument', ...denied, 'ServiceNotFound', 'ServiceNotEmpty', 'InternalServerError'],
  observedErrors: ['PreconditionFailed', ...anywhere],
})
