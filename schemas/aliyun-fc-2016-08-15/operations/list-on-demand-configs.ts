import { onDemandConfigs } from '../../aliyun-fc/examples/on-demand-config.ts'
import { operation, response } from '../../core/operation.ts'
import { resourcePrefix, resourceStartKey } from '../models/config-parameters.ts'
import { OnDemandConfigPage } from '../models/on-demand-config.ts'
import { limit, nextToken } from '../models/parameters.ts'
import { observedAnywhere, observedAs } from '../observed.ts'

/** Source: SDK-NODE listOnDemandConfigs. */
export const listOnDemandConfigs = operation({
  ...observedAs('listOnDemandConfigs'),
  id: 'ListOnDemandConfigs',
  summary: 'List on-demand configurations',
  description: 'Lists the limits of on-demand instances of the account, sorted by resource, in pages.',
  method: 'get',
  path: '/on-demand-configs',
  quirks: ['W20'],
  params: { path: {}, query: { prefix: resourcePrefix, startKey: resourceStartKey, nextToken, limit } },
  success: { 200: response(OnDemandConfigPage, { description: 'A page of limits.', examples: { onDemandConfigs } }) },
  observedErrors: observedAnywhere,
})
