import { z } from 'zod'
import { observed } from '../../core/provenance.ts'

/** Source: 004 Definitions, VPCConfig. Clients send and read role. */
export const VPCConfig = z
  .object({
    securityGroupId: z.string().meta({ description: 'Id of the security group.' }),
    vSwitchIds: z.array(z.string()).meta({ description: 'Ids of the vSwitches.' }),
    vpcId: z.string().meta({ description: 'Id of the VPC.' }),
    role: z
      .string()
      .meta({ ...observed, description: 'RAM role for the network interfaces.' })
      .optional(),
  })
  .meta({ description: 'VPC, vSwitches and security group.' })
