import type { deleteFunctionAsyncInvokeConfig as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/delete-function-async-invoke-config.ts'
import { dropAsyncConfig } from '../../aliyun-fc/async-configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toNames } from '../../aliyun-fc/lookup.ts'

export const deleteFunctionAsyncInvokeConfig: FcHandler<typeof operation> = ({ path, ...work }) => {
  dropAsyncConfig(work, toNames(work.state.current, path))
  return { status: 204 }
}
