import { json, operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import {
  fixedTarget,
  provisionConfig,
  scheduledTarget,
  trackedTarget,
} from '../../aliyun-fc/examples/provision-config.ts'
import { aliasOrLatest, observedEtag, observedIfMatch } from '../../aliyun-fc/models/config-parameters.ts'
import { ProvisionConfig, ProvisionConfigInput } from '../models/provision-config.ts'
import { functionName, headers, serviceName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF PutProvisionConfig. */
export const putProvisionConfig = operation({
  id: 'PutProvisionConfig',
  tag: 'ProvisionConfig',
  summary: 'Create or replace a provision configuration',
  description: 'Sets the number of provisioned instances of a function, and rules that change the number.',
  method: 'put',
  path: '/services/{serviceName}/functions/{functionName}/provision-config',
  source: definition,
  quirks: ['F10', 'F13', 'F20', 'F25', 'F26'],
  params: {
    path: { serviceName, functionName },
    query: { qualifier: aliasOrLatest() },
    header: { 'If-Match': observedIfMatch, ...headers },
  },
  body: json(ProvisionConfigInput, {
    description: 'The configuration.',
    quirks: ['F20'],
    examples: { fixedTarget, scheduledTarget, trackedTarget },
  }),
  success: {
    200: response(ProvisionConfig, {
      description: 'The configuration was stored.',
      headers: { ETag: observedEtag },
      examples: { provisionConfig },
    }),
  },
  errors: [],
  observedErrors: [
    ...anywhere,
    'EntityTooLarge',
    'ServiceNotFound',
    'FunctionNotFound',
    'VersionNotFound',
    'AliasNotFound',
    'ConcurrentUpdateError',
    'PreconditionFailed',
  ],
  errorStatuses: [400, 403, 404, 409, 500],
})
