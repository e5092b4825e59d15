import { noContent, operation } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { vpcId } from '../../aliyun-fc/models/config-parameters.ts'
import { headers, serviceName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF DeleteVpcBinding. */
export const deleteVpcBinding = operation({
  id: 'DeleteVpcBinding',
  tag: 'VpcBinding',
  summary: 'Remove a VPC from a service',
  description: 'Removes the binding of a VPC to a service.',
  method: 'delete',
  path: '/services/{serviceName}/bindings/{vpcId}',
  source: definition,
  quirks: ['F21', 'F28', 'F29'],
  params: { path: { serviceName, vpcId }, header: headers },
  success: { 200: noContent('The VPC is no longer bound.') },
  errors: [],
  observedErrors: [...anywhere, 'ServiceNotFound'],
})
