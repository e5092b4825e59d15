import type { deleteVpcBinding as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/delete-vpc-binding.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { dropVpcBinding } from '../../aliyun-fc/vpc-bindings.ts'

export const deleteVpcBinding: FcHandler<typeof operation> = ({ path, ...work }) => {
  dropVpcBinding(work, path.serviceName, path.vpcId)
  return { status: 200 }
}
