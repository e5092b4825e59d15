import { z } from 'zod'
import { VpcBindingInput as Binding } from '../../aliyun-fc/models/vpc-binding.ts'

export { VpcBindings } from '../../aliyun-fc/models/vpc-binding.ts'

/** Request body of CreateVpcBinding and DeleteVpcBinding. */
export const VpcBindingInput = Binding.extend({
  serviceName: z
    .string()
    .meta({ description: 'Name of the service, as in the path.', examples: ['demo-service'] })
    .optional(),
}).meta({ description: 'A VPC that is bound to a service.' })
