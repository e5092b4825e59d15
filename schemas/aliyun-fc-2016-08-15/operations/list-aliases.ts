import { operation, response } from '../../core/operation.ts'
import { anywhere, denied } from '../errors.ts'
import { aliases } from '../examples/alias.ts'
import { AliasPage } from '../models/alias.ts'
import { paging, serviceName } from '../models/parameters.ts'
import { apiSpecification } from '../sources.ts'

/** Source: 004 ListAliases. */
export const listAliases = operation({
  id: 'ListAliases',
  tag: 'Alias',
  summary: 'List aliases',
  description: 'Lists the aliases of a service, sorted by name, in pages.',
  method: 'get',
  path: '/services/{serviceName}/aliases',
  source: apiSpecification,
  params: { path: { serviceName }, query: paging },
  success: { 200: response(AliasPage, { description: 'A page of aliases.', examples: { aliases } }) },
  errors: ['InvalidArgument', ...denied, 'ServiceNotFound', 'InternalServerError'],
  observedErrors: anywhere,
})
