import { onDemandConfig } from '../../aliyun-fc/examples/on-demand-config.ts'
import { operation, response } from '../../core/operation.ts'
import { configPath } from '../models/config-parameters.ts'
import { etag } from '../models/headers.ts'
import { OnDemandConfig } from '../models/on-demand-config.ts'
import { observedAnywhere, observedAs } from '../observed.ts'

/** Source: SDK-NODE getOnDemandConfig. */
export const getFunctionOnDemandConfig = operation({
  ...observedAs('getOnDemandConfig'),
  id: 'GetFunctionOnDemandConfig',
  summary: 'Get an on-demand configuration',
  description: 'Returns the limit of the on-demand instances of a function.',
  method: 'get',
  path: '/services/{serviceName}.{qualifier}/functions/{functionName}/on-demand-config',
  quirks: ['W20', 'W21'],
  params: { path: configPath },
  success: {
    200: response(OnDemandConfig, {
      description: 'The limit.',
      headers: { ETag: etag('on-demand configuration') },
      examples: { onDemandConfig },
    }),
  },
  observedErrors: [
    ...observedAnywhere,
    'ServiceNotFound',
    'FunctionNotFound',
    'VersionNotFound',
    'AliasNotFound',
    'OnDemandConfigNotFound',
  ],
})
