import { onDemandConfig, onDemandConfigInput } from '../../aliyun-fc/examples/on-demand-config.ts'
import { json, operation, response } from '../../core/operation.ts'
import { configPath } from '../models/config-parameters.ts'
import { etag, ifMatch } from '../models/headers.ts'
import { OnDemandConfig, OnDemandConfigInput } from '../models/on-demand-config.ts'
import { observedAnywhere, observedAs } from '../observed.ts'

/** Source: SDK-NODE putOnDemandConfig. */
export const putFunctionOnDemandConfig = operation({
  ...observedAs('putOnDemandConfig'),
  id: 'PutFunctionOnDemandConfig',
  summary: 'Create or replace an on-demand configuration',
  description: 'Limits the on-demand instances of a function.',
  method: 'put',
  path: '/services/{serviceName}.{qualifier}/functions/{functionName}/on-demand-config',
  quirks: ['W20', 'W21'],
  params: { path: configPath, header: { 'If-Match': ifMatch('on-demand configuration') } },
  body: json(OnDemandConfigInput, { description: 'The limit.', examples: { onDemandConfigInput } }),
  success: {
    200: response(OnDemandConfig, {
      description: 'The limit was stored.',
      headers: { ETag: etag('on-demand configuration') },
      examples: { onDemandConfig },
    }),
  },
  observedErrors: [
    ...observedAnywhere,
    'EntityTooLarge',
    'ServiceNotFound',
    'FunctionNotFound',
    'VersionNotFound',
    'AliasNotFound',
    'ConcurrentUpdateError',
    'PreconditionFailed',
  ],
})
