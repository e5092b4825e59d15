import type { deleteFunctionOnDemandConfig as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/delete-function-on-demand-config.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toNames } from '../../aliyun-fc/lookup.ts'
import { dropOnDemandConfig } from '../../aliyun-fc/on-demand-configs.ts'

export const deleteFunctionOnDemandConfig: FcHandler<typeof operation> = ({ path, header, ...work }) => {
  dropOnDemandConfig(work, toNames(work.state.current, path), header['If-Match'])
  return { status: 204 }
}
