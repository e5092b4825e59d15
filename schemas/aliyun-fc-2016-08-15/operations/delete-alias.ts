import { noContent, operation } from '../../core/operation.ts'
import { anywhere, denied } from '../errors.ts'
import { ifMatch } from '../models/headers.ts'
import { aliasName, serviceName } from '../models/parameters.ts'
import { apiSpecification } from '../sources.ts'

/** Source: 004 DeleteAlias. */
export const deleteAlias = operation({
  id: 'DeleteAlias',
  tag: 'Alias',
  summary: 'Delete an alias',
  description: 'Deletes an alias. The version of the alias is kept.',
  method: 'delete',
  path: '/services/{serviceName}/aliases/{aliasName}',
  source: apiSpecification,
  quirks: ['A31'],
  params: { path: { serviceName, aliasName }, header: { 'If-Match': ifMatch('alias', ['A24']) } },
  success: { 204: noContent('The alias was deleted.') },
  errors: ['InvalidArgument', ...denied, 'AliasNotFound', 'ConcurrentUpdateError', 'InternalServerError'],
  observedErrors: ['ProvisionConfigExist', 'PreconditionFailed', ...anywhere],
})
