import type { deleteFunctionOnDemandConfig as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/delete-function-on-demand-config.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { dropOnDemandConfig } from '../../aliyun-fc/on-demand-configs.ts'

export const deleteFunctionOnDemandConfig: FcHandler<typeof operation> = ({ path, query, header, ...work }) => {
  dropOnDemandConfig(work, { ...path, qualifier: query.qualifier }, header['If-Match'])
  return { status: 200 }
}
