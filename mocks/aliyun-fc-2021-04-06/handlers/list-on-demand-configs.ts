import type { listOnDemandConfigs as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/list-on-demand-configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { listOnDemandConfigs as list } from '../../aliyun-fc/on-demand-configs.ts'

export const listOnDemandConfigs: FcHandler<typeof operation> = ({ query, ...work }) => ({
  status: 200,
  body: list(work, query),
})
