import { z } from 'zod'

/** Source: FC-DEF VPCConfig. */
export const VPCConfig = z
  .object({
    securityGroupId: z
      .string()
      .meta({ description: 'Id of the security group.', examples: ['sg-bp18hj1wtxgy3b0k5d2a'] })
      .optional(),
    vSwitchIds: z
      .array(z.string().meta({ description: 'Id of a vSwitch.', examples: ['vsw-bp1ozpcrdc6r5x8w2m4q'] }))
      .meta({ description: 'Ids of the vSwitches.' })
      .optional(),
    vpcId: z
      .string()
      .meta({ description: 'Id of the VPC.', examples: ['vpc-bp1lc3y4dwk7ld2mqv9ub'] })
      .optional(),
    role: z
      .string()
      .meta({
        description: 'RAM role for the network interfaces.',
        examples: ['acs:ram::1234567890:role/fc-test'],
      })
      .optional(),
  })
  .meta({ description: 'VPC, vSwitches and security group.' })
