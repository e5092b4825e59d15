import type { getFunctionAsyncInvokeConfig as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/get-function-async-invoke-config.ts'
import { findAsyncConfig, findConfigPlace } from '../../aliyun-fc/config-place.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toAsyncConfigResponse } from '../configs.ts'

export const getFunctionAsyncInvokeConfig: FcHandler<typeof operation> = ({ path, query, state, apiError }) => {
  const place = findConfigPlace(state.current, path, query.qualifier, apiError)
  const config = findAsyncConfig(place, apiError)
  return { status: 200, body: toAsyncConfigResponse({ ...path, qualifier: place.qualifier }, config) }
}
