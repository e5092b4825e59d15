import { operation, response } from '../../core/operation.ts'
import { anywhere, denied } from '../errors.ts'
import { versions } from '../examples/version.ts'
import { serviceName, versionPaging } from '../models/parameters.ts'
import { direction, VersionPage } from '../models/version.ts'
import { apiSpecification } from '../sources.ts'

/** Source: 004 ListVersions. */
export const listVersions = operation({
  id: 'ListVersions',
  tag: 'Version',
  summary: 'List versions',
  description: 'Lists the versions of a service in pages. By default, the newest version comes first.',
  method: 'get',
  path: '/services/{serviceName}/versions',
  source: apiSpecification,
  quirks: ['A29'],
  params: { path: { serviceName }, query: { ...versionPaging, direction } },
  success: { 200: response(VersionPage, { description: 'A page of versions.', examples: { versions } }) },
  errors: ['InvalidArgument', ...denied, 'ServiceNotFound', 'InternalServerError'],
  observedErrors: anywhere,
})
