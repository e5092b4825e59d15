import { json, noContent, operation } from '../../core/operation.ts'
import { vpcBinding } from '../examples/vpc-binding.ts'
import { serviceName } from '../models/parameters.ts'
import { VpcBindingInput } from '../models/vpc-binding.ts'
import { observedAnywhere, observedAs } from '../observed.ts'
import { javaSdk } from '../sources.ts'

/** Source: SDK-JAVA deleteVpcBinding. */
export const deleteVpcBinding = operation({
  ...observedAs('deleteVpcBinding', javaSdk),
  id: 'DeleteVpcBinding',
  summary: 'Remove a VPC from a service',
  description: 'Removes the binding of a VPC to a service. A VPC that is not bound is ignored.',
  method: 'delete',
  path: '/services/{serviceName}/binding',
  quirks: ['W20', 'W22', 'W24'],
  params: { path: { serviceName } },
  body: json(VpcBindingInput, { description: 'The VPC to remove.', examples: { vpcBinding } }),
  success: { 204: noContent('The VPC is no longer bound.') },
  observedErrors: [...observedAnywhere, 'EntityTooLarge', 'ServiceNotFound'],
})
