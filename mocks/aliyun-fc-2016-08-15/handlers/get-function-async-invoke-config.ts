import type { getFunctionAsyncInvokeConfig as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/get-function-async-invoke-config.ts'
import { getAsyncConfig } from '../../aliyun-fc/async-configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toNames } from '../../aliyun-fc/lookup.ts'

export const getFunctionAsyncInvokeConfig: FcHandler<typeof operation> = ({ path, ...work }) => ({
  status: 200,
  body: getAsyncConfig(work, toNames(work.state.current, path)),
})
