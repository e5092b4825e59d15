import { json, operation, response } from '../../core/operation.ts'
import { anywhere, denied } from '../errors.ts'
import { publishVersionRequest, version } from '../examples/version.ts'
import { etag, ifMatch } from '../models/headers.ts'
import { serviceName } from '../models/parameters.ts'
import { PublishVersionFields, VersionResponse } from '../models/version.ts'
import { apiSpecification } from '../sources.ts'

/** Source: 004 PublishVersion. */
export const publishVersion = operation({
  id: 'PublishVersion',
  tag: 'Version',
  summary: 'Publish a version',
  description: 'Publishes a version: an immutable snapshot of the service and its functions.',
  method: 'post',
  path: '/services/{serviceName}/versions',
  source: apiSpecification,
  params: { path: { serviceName }, header: { 'If-Match': ifMatch('service') } },
  body: json(PublishVersionFields, {
    description: 'The description of the version. The body is optional.',
    required: false,
    quirks: ['A9'],
    examples: { version: publishVersionRequest },
  }),
  success: {
    200: response(VersionResponse, {
      description: 'The version was published.',
      headers: { ETag: etag('version', ['A22']) },
      examples: { version },
    }),
  },
  errors: [
    'InvalidArgument',
    ...denied,
    'ServiceNotFound',
    'VersionPublishError',
    'ConcurrentUpdateError',
    'InternalServerError',
  ],
  observedErrors: ['EntityTooLarge', 'PreconditionFailed', ...anywhere],
})
