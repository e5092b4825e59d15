import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { onDemandConfig } from '../../aliyun-fc/examples/on-demand-config.ts'
import { aliasOrLatest, configEtag } from '../../aliyun-fc/models/config-parameters.ts'
import { OnDemandConfig } from '../models/on-demand-config.ts'
import { functionName, headers, serviceName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF GetFunctionOnDemandConfig. */
export const getFunctionOnDemandConfig = operation({
  id: 'GetFunctionOnDemandConfig',
  tag: 'OnDemandConfig',
  summary: 'Get an on-demand configuration',
  description: 'Returns the limit of the on-demand instances of a function.',
  method: 'get',
  path: '/services/{serviceName}/functions/{functionName}/on-demand-config',
  source: definition,
  quirks: ['F9', 'F24'],
  params: { path: { serviceName, functionName }, query: { qualifier: aliasOrLatest() }, header: headers },
  success: {
    200: response(OnDemandConfig, {
      description: 'The limit.',
      headers: { ETag: configEtag('on-demand configuration') },
      examples: { onDemandConfig },
    }),
  },
  errors: [],
  observedErrors: [
    ...anywhere,
    'ServiceNotFound',
    'FunctionNotFound',
    'VersionNotFound',
    'AliasNotFound',
    'OnDemandConfigNotFound',
  ],
})
