import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { vpcBindings } from '../../aliyun-fc/examples/vpc-binding.ts'
import { headers, serviceName } from '../models/parameters.ts'
import { VpcBindings } from '../models/vpc-binding.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF ListVpcBindings. */
export const listVpcBindings = operation({
  id: 'ListVpcBindings',
  tag: 'VpcBinding',
  summary: 'List the VPCs of a service',
  description: 'Lists the VPCs that a service is bound to.',
  method: 'get',
  path: '/services/{serviceName}/bindings',
  source: definition,
  params: { path: { serviceName }, header: headers },
  success: { 200: response(VpcBindings, { description: 'The bound VPCs.', examples: { vpcBindings } }) },
  errors: [],
  observedErrors: [...anywhere, 'ServiceNotFound'],
})
