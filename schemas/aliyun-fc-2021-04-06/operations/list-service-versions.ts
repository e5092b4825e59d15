import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { versions } from '../examples/version.ts'
import { firstVersion, headers, limit, nextToken, serviceName } from '../models/parameters.ts'
import { direction, VersionPage } from '../models/version.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF ListServiceVersions. */
export const listServiceVersions = operation({
  id: 'ListServiceVersions',
  tag: 'Version',
  summary: 'List versions',
  description: 'Lists the versions of a service in pages. By default, the newest version comes first.',
  method: 'get',
  path: '/services/{serviceName}/versions',
  source: definition,
  params: { path: { serviceName }, query: { limit, nextToken, startKey: firstVersion, direction }, header: headers },
  success: {
    200: response(VersionPage, {
      description: 'A page of versions.',
      examples: { versions },
    }),
  },
  errors: [],
  observedErrors: [...anywhere, 'ServiceNotFound'],
  errorStatuses: [400, 403, 404, 500],
})
