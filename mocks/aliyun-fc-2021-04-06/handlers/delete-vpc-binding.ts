import type { deleteVpcBinding as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/delete-vpc-binding.ts'
import { toConfigs } from '../../aliyun-fc/configs.ts'
import { putConfigs } from '../../aliyun-fc/put-configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findService } from '../../aliyun-fc/lookup.ts'

/** No source states an error for a VPC that is not bound (F29). */
export const deleteVpcBinding: FcHandler<typeof operation> = ({ path, state, apiError }) => {
  const service = findService(state.current, path.serviceName, apiError)
  putConfigs(state, service, { vpcIds: toConfigs(service).vpcIds.without(path.vpcId) })
  return { status: 200 }
}
