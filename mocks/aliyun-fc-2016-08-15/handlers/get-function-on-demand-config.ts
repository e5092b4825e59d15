import type { getFunctionOnDemandConfig as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/get-function-on-demand-config.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toNames } from '../../aliyun-fc/lookup.ts'
import { getOnDemandConfig } from '../../aliyun-fc/on-demand-configs.ts'

export const getFunctionOnDemandConfig: FcHandler<typeof operation> = ({ path, ...work }) => {
  const config = getOnDemandConfig(work, toNames(work.state.current, path))
  return { status: 200, headers: { ETag: config.etag }, body: config.body }
}
