import { noContent, operation } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { headers, serviceName, versionId } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF DeleteServiceVersion. */
export const deleteServiceVersion = operation({
  id: 'DeleteServiceVersion',
  tag: 'Version',
  summary: 'Delete a version',
  description:
    'Deletes a version. The version id is never used again. A version can be deleted even if an alias points to it.',
  method: 'delete',
  path: '/services/{serviceName}/versions/{versionId}',
  source: definition,
  params: { path: { serviceName, versionId }, header: headers },
  success: {
    204: noContent('The version was deleted.'),
  },
  errors: [],
  observedErrors: [...anywhere, 'ServiceNotFound', 'VersionNotFound', 'ConcurrentUpdateError'],
  errorStatuses: [400, 403, 404, 409, 500],
})
