import type { getFunctionOnDemandConfig as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/get-function-on-demand-config.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { getOnDemandConfig } from '../../aliyun-fc/on-demand-configs.ts'

export const getFunctionOnDemandConfig: FcHandler<typeof operation> = ({ path, query, ...work }) => {
  const config = getOnDemandConfig(work, { ...path, qualifier: query.qualifier })
  return { status: 200, headers: { ETag: config.etag }, body: config.body }
}
