import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { onDemandConfigs } from '../../aliyun-fc/examples/on-demand-config.ts'
import { resourcePrefix, resourceStartKey } from '../../aliyun-fc/models/config-parameters.ts'
import { OnDemandConfigPage } from '../models/on-demand-config.ts'
import { headers, limit, nextToken } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF ListOnDemandConfigs. */
export const listOnDemandConfigs = operation({
  id: 'ListOnDemandConfigs',
  tag: 'OnDemandConfig',
  summary: 'List on-demand configurations',
  description: 'Lists the limits of on-demand instances of the account, sorted by resource, in pages.',
  method: 'get',
  path: '/on-demand-configs',
  source: definition,
  quirks: ['F9'],
  params: {
    path: {},
    query: { prefix: resourcePrefix, startKey: resourceStartKey, nextToken, limit },
    header: headers,
  },
  success: { 200: response(OnDemandConfigPage, { description: 'A page of limits.', examples: { onDemandConfigs } }) },
  errors: [],
  observedErrors: [...anywhere],
})
