import type { deleteVpcBinding as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/delete-vpc-binding.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { dropVpcBinding } from '../../aliyun-fc/vpc-bindings.ts'

export const deleteVpcBinding: FcHandler<typeof operation> = ({ path, body, ...work }) => {
  dropVpcBinding(work, path.serviceName, body.vpcId)
  return { status: 204 }
}
