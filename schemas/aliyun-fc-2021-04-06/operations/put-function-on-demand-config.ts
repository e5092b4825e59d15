import { json, operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { onDemandConfig, onDemandConfigInput } from '../../aliyun-fc/examples/on-demand-config.ts'
import { aliasOrLatest, configEtag, configIfMatch } from '../../aliyun-fc/models/config-parameters.ts'
import { OnDemandConfig, OnDemandConfigInput } from '../models/on-demand-config.ts'
import { functionName, headers, serviceName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF PutFunctionOnDemandConfig. */
export const putFunctionOnDemandConfig = operation({
  id: 'PutFunctionOnDemandConfig',
  tag: 'OnDemandConfig',
  summary: 'Create or replace an on-demand configuration',
  description: 'Limits the on-demand instances of a function.',
  method: 'put',
  path: '/services/{serviceName}/functions/{functionName}/on-demand-config',
  source: definition,
  quirks: ['F9', 'F20', 'F24'],
  params: {
    path: { serviceName, functionName },
    query: { qualifier: aliasOrLatest() },
    header: { 'If-Match': configIfMatch('on-demand configuration'), ...headers },
  },
  body: json(OnDemandConfigInput, { description: 'The limit.', quirks: ['F20'], examples: { onDemandConfigInput } }),
  success: {
    200: response(OnDemandConfig, {
      description: 'The limit was stored.',
      headers: { ETag: configEtag('on-demand configuration') },
      examples: { onDemandConfig },
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
})
