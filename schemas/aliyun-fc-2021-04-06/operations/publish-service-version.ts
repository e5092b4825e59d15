import { json, operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { publishVersionRequest, version } from '../examples/version.ts'
import { etagOf } from '../models/headers.ts'
import { headersWithIfMatch, serviceName } from '../models/parameters.ts'
import { PublishServiceVersionInput, Version } from '../models/version.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF PublishServiceVersion. */
export const publishServiceVersion = operation({
  id: 'PublishServiceVersion',
  tag: 'Version',
  summary: 'Publish a version',
  description: 'Publishes a version: an immutable snapshot of the service and its functions.',
  method: 'post',
  path: '/services/{serviceName}/versions',
  source: definition,
  quirks: ['X5'],
  params: { path: { serviceName }, header: headersWithIfMatch('service') },
  body: json(PublishServiceVersionInput, {
    description: 'The description of the version. The body is optional.',
    required: false,
    examples: { version: publishVersionRequest },
  }),
  success: {
    200: response(Version, {
      description: 'The version was published.',
      headers: { ETag: etagOf('version') },
      examples: { version },
    }),
  },
  errors: [],
  observedErrors: [
    ...anywhere,
    'EntityTooLarge',
    'ServiceNotFound',
    'VersionPublishError',
    'ConcurrentUpdateError',
    'PreconditionFailed',
  ],
  errorStatuses: [400, 403, 404, 409, 500],
})
