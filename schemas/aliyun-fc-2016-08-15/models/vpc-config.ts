import { z } from 'zod'

/** Source: 004 Definitions, VPCConfig. */
export const VPCConfig = z
  .object({
    securityGroupId: z.string().meta({ description: 'Id of the security group.' }),
    vSwitchIds: z.array(z.string()).meta({ description: 'Ids of the vSwitches.' }),
    vpcId: z.string().meta({ description: 'Id of the VPC.' }),
  })
  .meta({ description: 'VPC, vSwitches and security group.' })
