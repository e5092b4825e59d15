import { z } from 'zod'
import { pathName } from '../../core/wire.ts'

/** Request body of CreateVpcBinding. Source: FC-DEF CreateVpcBinding, body. */
export const VpcBindingInput = z
  .object({
    vpcId: pathName().meta({ description: 'Id of the VPC to bind.', examples: ['vpc-8vbil23y4v3i6ngdmdx1d'] }),
  })
  .meta({ description: 'A VPC to bind to a service.' })

/** Source: FC-DEF ListVpcBindings 200. */
export const VpcBindings = z
  .object({
    vpcIds: z
      .array(z.string().meta({ description: 'Id of a bound VPC.', examples: ['vpc-8vbil23y4v3i6ngdmdx1d'] }))
      .meta({ description: 'Ids of the bound VPCs.' })
      .optional(),
  })
  .meta({ description: 'The VPCs that a service is bound to.' })
