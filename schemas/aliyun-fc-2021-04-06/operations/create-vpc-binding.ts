import { json, noContent, operation } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { vpcBinding } from '../../aliyun-fc/examples/vpc-binding.ts'
import { headers, serviceName } from '../models/parameters.ts'
import { VpcBindingInput } from '../models/vpc-binding.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF CreateVpcBinding. */
export const createVpcBinding = operation({
  id: 'CreateVpcBinding',
  tag: 'VpcBinding',
  summary: 'Bind a VPC to a service',
  description: 'Binds a VPC to a service.',
  method: 'post',
  path: '/services/{serviceName}/bindings',
  source: definition,
  quirks: ['F20', 'F21', 'F28'],
  params: { path: { serviceName }, header: headers },
  body: json(VpcBindingInput, { description: 'The VPC to bind.', quirks: ['F20'], examples: { vpcBinding } }),
  success: { 200: noContent('The VPC was bound.') },
  errors: [],
  observedErrors: [...anywhere, 'EntityTooLarge', 'ServiceNotFound'],
})
