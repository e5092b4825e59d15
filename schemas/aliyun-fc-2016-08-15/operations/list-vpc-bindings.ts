import { vpcBindings } from '../../aliyun-fc/examples/vpc-binding.ts'
import { operation, response } from '../../core/operation.ts'
import { serviceName } from '../models/parameters.ts'
import { VpcBindings } from '../models/vpc-binding.ts'
import { observedAnywhere, observedAs } from '../observed.ts'
import { javaSdk } from '../sources.ts'

/** Source: SDK-JAVA listVpcBindings. */
export const listVpcBindings = operation({
  ...observedAs('listVpcBindings', javaSdk),
  id: 'ListVpcBindings',
  summary: 'List the VPCs of a service',
  description: 'Lists the VPCs that a service is bound to.',
  method: 'get',
  path: '/services/{serviceName}/bindings',
  quirks: ['W20', 'W24'],
  params: { path: { serviceName } },
  success: { 200: response(VpcBindings, { description: 'The bound VPCs.', examples: { vpcBindings } }) },
  observedErrors: [...observedAnywhere, 'ServiceNotFound'],
})
