import type { listVpcBindings as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/list-vpc-bindings.ts'
import { toConfigs } from '../../aliyun-fc/configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findService } from '../../aliyun-fc/lookup.ts'

export const listVpcBindings: FcHandler<typeof operation> = ({ path, state, apiError }) => {
  const service = findService(state.current, path.serviceName, apiError)
  return { status: 200, body: { vpcIds: Array.from(toConfigs(service).vpcIds.entries(), ([vpcId]) => vpcId) } }
}
