import type { putFunctionAsyncInvokeConfig as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/put-function-async-invoke-config.ts'
import { findConfigPlace } from '../../aliyun-fc/config-place.ts'
import { toQualifierConfigs } from '../../aliyun-fc/configs.ts'
import { putQualifierConfigs } from '../../aliyun-fc/put-configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toTimeOfSeconds } from '../../aliyun-fc/time.ts'
import { toAsyncConfigResponse } from '../configs.ts'

/** Real servers do not check whether a destination exists (F7). */
export const putFunctionAsyncInvokeConfig: FcHandler<typeof operation> = ({
  path,
  query,
  body,
  state,
  clock,
  apiError,
}) => {
  const { service, functionName, qualifier } = findConfigPlace(state.current, path, query.qualifier, apiError)
  const now = toTimeOfSeconds(clock.now())
  const before = toQualifierConfigs(service, functionName, qualifier).asyncInvoke
  const asyncInvoke = { createdTime: before?.createdTime ?? now, lastModifiedTime: now, settings: body }
  putQualifierConfigs(state, service, { functionName, qualifier }, { asyncInvoke })
  return { status: 200, body: toAsyncConfigResponse({ ...path, qualifier }, asyncInvoke) }
}
