import { noContent, operation } from '../../core/operation.ts'
import { anywhere, denied } from '../errors.ts'
import { serviceName, versionId } from '../models/parameters.ts'
import { apiSpecification } from '../sources.ts'

/** Source: 004 DeleteVersion. */
export const deleteVersion = operation({
  id: 'DeleteVersion',
  tag: 'Version',
  summary: 'Delete a version',
  description:
    'Deletes a version. The version id is never used again. A version can be deleted even if an alias points to it.',
  method: 'delete',
  path: '/services/{serviceName}/versions/{versionId}',
  source: apiSpecification,
  quirks: ['A22', 'A31'],
  params: { path: { serviceName, versionId } },
  success: { 204: noContent('The version was deleted.') },
  errors: ['InvalidArgument', ...denied, 'VersionNotFound', 'ConcurrentUpdateError', 'InternalServerError'],
  observedErrors: anywhere,
})
