import { noContent, operation } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { aliasName, headersWithIfMatch, serviceName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF DeleteAlias. */
export const deleteAlias = operation({
  id: 'DeleteAlias',
  tag: 'Alias',
  summary: 'Delete an alias',
  description: 'Deletes an alias. Its versions stay unchanged.',
  method: 'delete',
  path: '/services/{serviceName}/aliases/{aliasName}',
  source: definition,
  params: { path: { serviceName, aliasName }, header: headersWithIfMatch('alias') },
  success: {
    204: noContent('The alias was deleted.'),
  },
  errors: [],
  observedErrors: [
    'ProvisionConfigExist',
    ...anywhere,
    'ServiceNotFound',
    'AliasNotFound',
    'ConcurrentUpdateError',
    'PreconditionFailed',
  ],
  errorStatuses: [400, 403, 404, 409, 500],
})
