import { json, operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { updateAliasRequest, updatedAlias } from '../examples/alias.ts'
import { Alias, UpdateAliasInput } from '../models/alias.ts'
import { etagOf } from '../models/headers.ts'
import { aliasName, headersWithIfMatch, serviceName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF UpdateAlias. */
export const updateAlias = operation({
  id: 'UpdateAlias',
  tag: 'Alias',
  summary: 'Update an alias',
  description: 'Changes the version or the weights of an alias. An absent field stays unchanged.',
  method: 'put',
  path: '/services/{serviceName}/aliases/{aliasName}',
  source: definition,
  quirks: ['D1', 'X5'],
  params: { path: { serviceName, aliasName }, header: headersWithIfMatch('alias') },
  body: json(UpdateAliasInput, {
    description: 'The changes.',
    examples: { alias: updateAliasRequest },
  }),
  success: {
    200: response(Alias, {
      description: 'The alias was updated.',
      headers: { ETag: etagOf('alias') },
      examples: { alias: updatedAlias },
    }),
  },
  errors: [],
  observedErrors: [
    ...anywhere,
    'EntityTooLarge',
    'ServiceNotFound',
    'AliasNotFound',
    'VersionNotFound',
    'ConcurrentUpdateError',
    'PreconditionFailed',
  ],
  errorStatuses: [400, 403, 404, 409, 500],
})
