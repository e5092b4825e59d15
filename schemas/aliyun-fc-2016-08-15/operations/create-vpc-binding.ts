import { json, noContent, operation } from '../../core/operation.ts'
import { vpcBinding } from '../examples/vpc-binding.ts'
import { serviceName } from '../models/parameters.ts'
import { VpcBindingInput } from '../models/vpc-binding.ts'
import { observedAnywhere, observedAs } from '../observed.ts'
import { javaSdk } from '../sources.ts'

/** Source: SDK-JAVA createVpcBinding. */
export const createVpcBinding = operation({
  ...observedAs('createVpcBinding', javaSdk),
  id: 'CreateVpcBinding',
  summary: 'Bind a VPC to a service',
  description: 'Binds a VPC to a service.',
  method: 'post',
  path: '/services/{serviceName}/binding',
  quirks: ['W20', 'W24'],
  params: { path: { serviceName } },
  body: json(VpcBindingInput, { description: 'The VPC to bind.', examples: { vpcBinding } }),
  success: { 200: noContent('The VPC was bound.') },
  observedErrors: [...observedAnywhere, 'EntityTooLarge', 'ServiceNotFound'],
})
