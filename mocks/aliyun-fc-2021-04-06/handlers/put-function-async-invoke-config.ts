import type { putFunctionAsyncInvokeConfig as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/put-function-async-invoke-config.ts'
import { putAsyncConfig } from '../../aliyun-fc/async-configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'

export const putFunctionAsyncInvokeConfig: FcHandler<typeof operation> = ({ path, query, body, ...work }) => ({
  status: 200,
  body: putAsyncConfig(work, { ...path, qualifier: query.qualifier }, body),
})
