import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { reservedCapacities } from '../../aliyun-fc/examples/account.ts'
import { capacityPaging } from '../models/instance-parameters.ts'
import { headers } from '../models/parameters.ts'
import { ListReservedCapacitiesOutput } from '../models/reserved-capacity.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF ListReservedCapacities. */
export const listReservedCapacities = operation({
  id: 'ListReservedCapacities',
  tag: 'Account',
  summary: 'List reserved capacities',
  description: 'Lists the subscriptions of the account, in pages.',
  method: 'get',
  path: '/reserved-capacities',
  source: definition,
  deprecated: true,
  params: { path: {}, query: capacityPaging, header: headers },
  success: {
    200: response(ListReservedCapacitiesOutput, {
      description: 'A page of subscriptions.',
      examples: { reservedCapacities },
    }),
  },
  errors: [],
  observedErrors: anywhere,
})
