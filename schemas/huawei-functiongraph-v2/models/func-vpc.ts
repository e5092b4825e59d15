import { z } from 'zod'
import { defined } from '../../core/provenance.ts'

const vpcId = z.string().meta({ description: 'Id of the VPC.', examples: ['0d7c4f1e-5b1a-4e57-9a43-6a1f2c3b4d5e'] })
const subnetId = z
  .string()
  .meta({ description: 'Id of the subnet in the VPC.', examples: ['6c1e2f3a-7b8c-4d9e-8f01-23456789abcd'] })

const optionalFields = {
  domain_id: z
    .string()
    .meta({
      description: 'Id of the account (domain) that owns the VPC.',
      examples: ['14ee2e3501124efcbca7998baa24xxxx'],
      'x-quirk': ['D23'],
    })
    .optional(),
  namespace: z
    .string()
    .meta({
      description: 'Id of the project that owns the VPC.',
      examples: ['7aad83af3e8d42e99ac194e8419e2c9b'],
      'x-quirk': ['D23'],
    })
    .optional(),
  vpc_name: z
    .string()
    .meta({ description: 'Name of the VPC.', examples: ['vpc-test'] })
    .optional(),
  subnet_name: z
    .string()
    .meta({ description: 'Name of the subnet.', examples: ['subnet-test'] })
    .optional(),
  cidr: z
    .string()
    .meta({ description: 'CIDR block of the subnet.', examples: ['192.168.0.0/24'] })
    .optional(),
  gateway: z
    .string()
    .meta({ description: 'IP address of the gateway of the subnet.', examples: ['192.168.0.1'] })
    .optional(),
  is_safety: z
    .boolean()
    .meta({
      ...defined,
      description:
        'If true, the function accesses the VPC through VPC endpoints, which also resolve private domain names. It cannot be set to false again.',
      examples: [false],
    })
    .optional(),
  security_groups: z
    .array(z.string().meta({ description: 'A security group.', examples: ['default'] }))
    .meta({ description: 'Security groups of the network interfaces of the function.' })
    .optional(),
}

/** VPC settings in a request. Source: 001 table 4. */
export const FuncVpc = z
  .object({ ...optionalFields, vpc_id: vpcId, subnet_id: subnetId })
  .meta({ description: 'VPC and subnet that the function can access.' })

/** VPC settings in responses. Source: 001 table 14. */
export const FuncVpcResponse = z
  .object({ ...optionalFields, vpc_id: vpcId.optional(), subnet_id: subnetId.optional() })
  .meta({ description: 'VPC and subnet that the function can access.' })
