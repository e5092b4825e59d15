import { provisionConfigs } from '../../aliyun-fc/examples/provision-config.ts'
import { operation, response } from '../../core/operation.ts'
import { ofAlias, ofService } from '../models/config-parameters.ts'
import { limit, nextToken } from '../models/parameters.ts'
import { ProvisionConfigPage } from '../models/provision-config.ts'
import { observedAnywhere, observedAs } from '../observed.ts'

/** Source: SDK-NODE listProvisionConfigs. */
export const listProvisionConfigs = operation({
  ...observedAs('listProvisionConfigs'),
  id: 'ListProvisionConfigs',
  summary: 'List provision configurations',
  description: 'Lists the provision configurations of the account, of a service or of an alias, in pages.',
  method: 'get',
  path: '/provision-configs',
  quirks: ['W20'],
  params: { path: {}, query: { limit, nextToken, serviceName: ofService, qualifier: ofAlias } },
  success: {
    200: response(ProvisionConfigPage, { description: 'A page of configurations.', examples: { provisionConfigs } }),
  },
  observedErrors: observedAnywhere,
})
