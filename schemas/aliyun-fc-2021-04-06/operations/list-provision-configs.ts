import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { provisionConfigs } from '../../aliyun-fc/examples/provision-config.ts'
import { limitOfProvisionConfigs, ofAlias, ofService } from '../../aliyun-fc/models/config-parameters.ts'
import { ProvisionConfigPage } from '../models/provision-config.ts'
import { headers, nextToken } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF ListProvisionConfigs. */
export const listProvisionConfigs = operation({
  id: 'ListProvisionConfigs',
  tag: 'ProvisionConfig',
  summary: 'List provision configurations',
  description: 'Lists the provision configurations of the account, of a service or of an alias, in pages.',
  method: 'get',
  path: '/provision-configs',
  source: definition,
  quirks: ['F17'],
  params: {
    path: {},
    query: { limit: limitOfProvisionConfigs, nextToken, serviceName: ofService, qualifier: ofAlias },
    header: headers,
  },
  success: {
    200: response(ProvisionConfigPage, { description: 'A page of configurations.', examples: { provisionConfigs } }),
  },
  errors: [],
  observedErrors: [...anywhere],
  errorStatuses: [400, 403, 500],
})
