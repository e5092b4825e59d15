import { operation, response } from '../../core/operation.ts'
import { cite } from '../../core/source.ts'
import { anywhere, denied } from '../errors.ts'
import { alias } from '../examples/alias.ts'
import { AliasResponse } from '../models/alias.ts'
import { etag } from '../models/headers.ts'
import { aliasName, serviceName } from '../models/parameters.ts'
import { apiSpecification } from '../sources.ts'

/** The source lists this operation without a description. Inferred from GetService and UpdateAlias. Source: 004 Resources, Alias. */
export const getAlias = operation({
  id: 'GetAlias',
  tag: 'Alias',
  summary: 'Get an alias',
  description: 'Returns an alias.',
  method: 'get',
  path: '/services/{serviceName}/aliases/{aliasName}',
  source: cite(apiSpecification, 'Resources, Alias'),
  provenance: 'inferred',
  quirks: ['A1'],
  params: { path: { serviceName, aliasName } },
  success: {
    200: response(AliasResponse, { description: 'The alias.', headers: { ETag: etag('alias') }, examples: { alias } }),
  },
  errors: ['InvalidArgument', ...denied, 'ServiceNotFound', 'AliasNotFound', 'InternalServerError'],
  observedErrors: anywhere,
})
