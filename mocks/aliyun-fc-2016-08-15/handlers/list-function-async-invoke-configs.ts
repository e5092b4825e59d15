import type { listFunctionAsyncInvokeConfigs as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/list-function-async-invoke-configs.ts'
import { listAsyncConfigs } from '../../aliyun-fc/async-configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'

export const listFunctionAsyncInvokeConfigs: FcHandler<typeof operation> = ({ path, query, ...work }) => ({
  status: 200,
  body: listAsyncConfigs(work, path, query),
})
