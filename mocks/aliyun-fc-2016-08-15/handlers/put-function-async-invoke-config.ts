import type { putFunctionAsyncInvokeConfig as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/put-function-async-invoke-config.ts'
import { putAsyncConfig } from '../../aliyun-fc/async-configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toNames } from '../../aliyun-fc/lookup.ts'

export const putFunctionAsyncInvokeConfig: FcHandler<typeof operation> = ({ path, body, ...work }) => ({
  status: 200,
  body: putAsyncConfig(work, toNames(work.state.current, path), body),
})
