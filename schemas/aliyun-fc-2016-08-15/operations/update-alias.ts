import { json, operation, response } from '../../core/operation.ts'
import { anywhere, denied } from '../errors.ts'
import { updateAliasRequest, updatedAlias } from '../examples/alias.ts'
import { AliasResponse, AliasUpdateFields } from '../models/alias.ts'
import { etag, ifMatch } from '../models/headers.ts'
import { aliasName, serviceName } from '../models/parameters.ts'
import { apiSpecification } from '../sources.ts'

/** Source: 004 UpdateAlias. */
export const updateAlias = operation({
  id: 'UpdateAlias',
  tag: 'Alias',
  summary: 'Update an alias',
  description: 'Changes the version, the description or the weights of an alias. An absent field stays unchanged.',
  method: 'put',
  path: '/services/{serviceName}/aliases/{aliasName}',
  source: apiSpecification,
  quirks: ['A2', 'A3', 'A10'],
  params: { path: { serviceName, aliasName }, header: { 'If-Match': ifMatch('alias') } },
  body: json(AliasUpdateFields, { description: 'The changes.', examples: { update: updateAliasRequest } }),
  success: {
    200: response(AliasResponse, {
      description: 'The alias was updated.',
      headers: { ETag: etag('alias') },
      examples: { alias: updatedAlias },
    }),
  },
  errors: [
    'InvalidArgument',
    ...denied,
    'AliasNotFound',
    'VersionNotFound',
    'ConcurrentUpdateError',
    'InternalServerError',
  ],
  observedErrors: ['EntityTooLarge', 'PreconditionFailed', ...anywhere],
})
