import { reservedCapacities } from '../../aliyun-fc/examples/account.ts'
import { operation, response } from '../../core/operation.ts'
import { limit, nextToken } from '../models/parameters.ts'
import { ListReservedCapacitiesOutput } from '../models/reserved-capacity.ts'
import { observedAnywhere, observedAs } from '../observed.ts'

/** Source: SDK-NODE listReservedCapacities. */
export const listReservedCapacities = operation({
  ...observedAs('listReservedCapacities'),
  id: 'ListReservedCapacities',
  summary: 'List reserved capacities',
  description: 'Lists the subscriptions of the account, in pages.',
  method: 'get',
  path: '/reservedCapacities',
  quirks: ['W20'],
  params: { path: {}, query: { limit, nextToken } },
  success: {
    200: response(ListReservedCapacitiesOutput, {
      description: 'A page of subscriptions.',
      examples: { reservedCapacities },
    }),
  },
  observedErrors: observedAnywhere,
})
