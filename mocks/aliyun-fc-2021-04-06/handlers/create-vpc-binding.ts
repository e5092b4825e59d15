import type { createVpcBinding as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/create-vpc-binding.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { addVpcBinding } from '../../aliyun-fc/vpc-bindings.ts'

export const createVpcBinding: FcHandler<typeof operation> = ({ path, body, ...work }) => {
  addVpcBinding(work, path.serviceName, body.vpcId)
  return { status: 200 }
}
