import type { putFunctionOnDemandConfig as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/put-function-on-demand-config.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toNames } from '../../aliyun-fc/lookup.ts'
import { putOnDemandConfig } from '../../aliyun-fc/on-demand-configs.ts'

export const putFunctionOnDemandConfig: FcHandler<typeof operation> = ({ path, header, body, ...work }) => {
  const config = putOnDemandConfig(work, toNames(work.state.current, path), header['If-Match'], body)
  return { status: 200, headers: { ETag: config.etag }, body: config.body }
}
