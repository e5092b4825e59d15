import { failedProvisionConfig, provisionConfig } from '../../aliyun-fc/examples/provision-config.ts'
import { operation, response } from '../../core/operation.ts'
import { configPath } from '../models/config-parameters.ts'
import { etag } from '../models/headers.ts'
import { ProvisionConfig } from '../models/provision-config.ts'
import { observedAnywhere, observedAs } from '../observed.ts'

/** Source: SDK-NODE getProvisionConfig. */
export const getProvisionConfig = operation({
  ...observedAs('getProvisionConfig'),
  id: 'GetProvisionConfig',
  summary: 'Get a provision configuration',
  description: 'Returns the number of provisioned instances of a function, and the rules that change the number.',
  method: 'get',
  path: '/services/{serviceName}.{qualifier}/functions/{functionName}/provision-config',
  quirks: ['W20', 'W21'],
  params: { path: configPath },
  success: {
    200: response(ProvisionConfig, {
      description: 'The configuration.',
      headers: { ETag: etag('provision configuration') },
      examples: { provisionConfig, failedProvisionConfig },
    }),
  },
  observedErrors: [...observedAnywhere, 'ServiceNotFound', 'FunctionNotFound', 'VersionNotFound', 'AliasNotFound'],
})
