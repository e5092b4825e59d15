import type { createVpcBinding as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/create-vpc-binding.ts'
import { toConfigs } from '../../aliyun-fc/configs.ts'
import { putConfigs } from '../../aliyun-fc/put-configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findService } from '../../aliyun-fc/lookup.ts'
import { put } from '../../core/sorted-map.ts'

/** A VPC that is bound already stays bound (F29). */
export const createVpcBinding: FcHandler<typeof operation> = ({ path, body, state, apiError }) => {
  const service = findService(state.current, path.serviceName, apiError)
  putConfigs(state, service, { vpcIds: put(toConfigs(service).vpcIds, body.vpcId, true) })
  return { status: 200 }
}
