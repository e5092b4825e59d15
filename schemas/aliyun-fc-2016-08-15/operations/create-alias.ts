import { json, operation, response } from '../../core/operation.ts'
import { anywhere, denied } from '../errors.ts'
import { alias, aliasOfOneVersion, createAliasAsDocumentedRequest, createAliasRequest } from '../examples/alias.ts'
import { Alias, AliasResponse } from '../models/alias.ts'
import { etag } from '../models/headers.ts'
import { serviceName } from '../models/parameters.ts'
import { apiSpecification } from '../sources.ts'

/** Source: 004 CreateAlias. */
export const createAlias = operation({
  id: 'CreateAlias',
  tag: 'Alias',
  summary: 'Create an alias',
  description: 'Creates an alias for a version. The alias can send a share of its requests to a second version.',
  method: 'post',
  path: '/services/{serviceName}/aliases',
  source: apiSpecification,
  quirks: ['A8'],
  params: { path: { serviceName } },
  body: json(Alias, {
    description: 'The alias to create.',
    quirks: ['A8'],
    examples: { oneVersion: aliasOfOneVersion, alias: createAliasRequest, documented: createAliasAsDocumentedRequest },
  }),
  success: {
    200: response(AliasResponse, {
      description: 'The alias was created.',
      headers: { ETag: etag('alias') },
      examples: { alias },
    }),
  },
  errors: [
    'InvalidArgument',
    ...denied,
    'ServiceNotFound',
    'VersionNotFound',
    'AliasAlreadyExists',
    'InternalServerError',
  ],
  observedErrors: ['EntityTooLarge', ...anywhere],
})
