import { vpcBinding as withoutService } from '../../aliyun-fc/examples/vpc-binding.ts'

export const vpcBinding = {
  ...withoutService,
  value: { serviceName: 'demo-service', ...withoutService.value },
}
