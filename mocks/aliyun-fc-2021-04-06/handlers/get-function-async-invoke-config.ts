import type { getFunctionAsyncInvokeConfig as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/get-function-async-invoke-config.ts'
import { getAsyncConfig } from '../../aliyun-fc/async-configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'

export const getFunctionAsyncInvokeConfig: FcHandler<typeof operation> = ({ path, query, ...work }) => ({
  status: 200,
  body: getAsyncConfig(work, { ...path, qualifier: query.qualifier }),
})
