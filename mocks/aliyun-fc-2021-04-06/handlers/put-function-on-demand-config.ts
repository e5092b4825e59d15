import type { putFunctionOnDemandConfig as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/put-function-on-demand-config.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { putOnDemandConfig } from '../../aliyun-fc/on-demand-configs.ts'

export const putFunctionOnDemandConfig: FcHandler<typeof operation> = ({ path, query, header, body, ...work }) => {
  const config = putOnDemandConfig(work, { ...path, qualifier: query.qualifier }, header['If-Match'], body)
  return { status: 200, headers: { ETag: config.etag }, body: config.body }
}
