import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { failedProvisionConfig, provisionConfig } from '../../aliyun-fc/examples/provision-config.ts'
import { aliasOrLatest, configEtag } from '../../aliyun-fc/models/config-parameters.ts'
import { ProvisionConfig } from '../models/provision-config.ts'
import { functionName, headers, serviceName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF GetProvisionConfig. */
export const getProvisionConfig = operation({
  id: 'GetProvisionConfig',
  tag: 'ProvisionConfig',
  summary: 'Get a provision configuration',
  description: 'Returns the number of provisioned instances of a function, and the rules that change the number.',
  method: 'get',
  path: '/services/{serviceName}/functions/{functionName}/provision-config',
  source: definition,
  quirks: ['F25', 'F27'],
  params: { path: { serviceName, functionName }, query: { qualifier: aliasOrLatest() }, header: headers },
  success: {
    200: response(ProvisionConfig, {
      description: 'The configuration.',
      headers: { ETag: configEtag('provision configuration') },
      examples: { provisionConfig, failedProvisionConfig },
    }),
  },
  errors: [],
  observedErrors: [
    ...anywhere,
    'ServiceNotFound',
    'FunctionNotFound',
    'VersionNotFound',
    'AliasNotFound',
    'ConcurrentUpdateError',
  ],
  errorStatuses: [400, 403, 404, 409, 500],
})
