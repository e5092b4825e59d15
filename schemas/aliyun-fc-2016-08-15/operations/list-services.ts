import { operation, response } from '../../core/operation.ts'
import { anywhere, denied } from '../errors.ts'
import { services } from '../examples/service.ts'
import { paging } from '../models/parameters.ts'
import { ServicePage } from '../models/service.ts'
import { apiSpecification } from '../sources.ts'

/** Source: 004 ListServices. */
export const listServices = operation({
  id: 'ListServices',
  tag: 'Service',
  summary: 'List services',
  description: 'Lists the services of the account, sorted by name, in pages.',
  method: 'get',
  path: '/services',
  source: apiSpecification,
  params: { path: {}, query: paging },
  success: { 200: response(ServicePage, { description: 'A page of services.', examples: { services } }) },
  errors: ['InvalidArgument', ...denied, 'InternalServerError'],
  observedErrors: anywhere,
})
