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
  .meta({ description: 'A VPC, by name and id.' })

/** Source: 001 table 11. */
export const NetworkControlConfig = z
  .object({
    disable_public_network: z
      .boolean()
      .meta({ description: 'Whether the function is kept from the public network.', examples: [false] })
      .optional(),
    trigger_access_vpcs: z
      .array(VpcConfig)
      .meta({ description: 'VPCs from which alone the function may be called.' })
      .optional(),
  })
  .meta({ description: 'What a function may reach and from where it may be called.' })
