import type { deleteFunctionAsyncInvokeConfig as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/delete-function-async-invoke-config.ts'
import { dropAsyncConfig } from '../../aliyun-fc/async-configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'

export const deleteFunctionAsyncInvokeConfig: FcHandler<typeof operation> = ({ path, query, ...work }) => {
  dropAsyncConfig(work, { ...path, qualifier: query.qualifier })
  return { status: 204 }
}
