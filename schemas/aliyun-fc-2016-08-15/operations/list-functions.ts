import { operation, response } from '../../core/operation.ts'
import { anywhere, denied } from '../errors.ts'
import { functions } from '../examples/function.ts'
import { FunctionPage } from '../models/function.ts'
import { paging, qualifier, serviceName } from '../models/parameters.ts'
import { apiSpecification } from '../sources.ts'

/** Source: 004 ListFunctions. */
export const listFunctions = operation({
  id: 'ListFunctions',
  tag: 'Function',
  summary: 'List functions',
  description:
    'Lists the functions of a service, sorted by name, in pages. With a qualifier, lists the functions of that version or alias.',
  method: 'get',
  path: '/services/{serviceName}/functions',
  qualifiedPath: '/services/{serviceName}.{qualifier}/functions',
  source: apiSpecification,
  params: { path: { serviceName, qualifier }, query: paging },
  success: { 200: response(FunctionPage, { description: 'A page of functions.', examples: { functions } }) },
  errors: ['InvalidArgument', ...denied, 'ServiceNotFound', 'VersionNotFound', 'AliasNotFound', 'InternalServerError'],
  observedErrors: anywhere,
})
