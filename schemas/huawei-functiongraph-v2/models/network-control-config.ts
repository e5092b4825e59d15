import { z } from 'zod'

/** Source: 001 table 12. */
export const VpcConfig = z
  .object({
    vpc_name: z
      .string()
      .meta({ description: 'Name of the VPC.', examples: ['vpc-test'] })
      .optional(),
    vpc_id: z
      .string()
      .meta({ description: 'Id of the VPC.', examples: ['0d7c4f1e-5b1a-4e57-9a43-6a1f2c3b4d5e'] })
      .optional(),
  })
  .meta({ description: 'Name and id of a VPC.' })

/** Source: 001 table 11. */
export const NetworkControlConfig = z
  .object({
    disable_public_network: z
      .boolean()
      .meta({ description: 'If true, the function has no access to the public network.', examples: [false] })
      .optional(),
    trigger_access_vpcs: z
      .array(VpcConfig)
      .meta({ description: 'VPCs that may invoke the function. All other VPCs are rejected.' })
      .optional(),
  })
  .meta({ description: 'Network access of the function, and the VPCs that may invoke it.' })
