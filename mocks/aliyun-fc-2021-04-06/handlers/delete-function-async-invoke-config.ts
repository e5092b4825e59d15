import type { deleteFunctionAsyncInvokeConfig as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/delete-function-async-invoke-config.ts'
import { findAsyncConfig, findConfigPlace } from '../../aliyun-fc/config-place.ts'
import { putQualifierConfigs } from '../../aliyun-fc/put-configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'

export const deleteFunctionAsyncInvokeConfig: FcHandler<typeof operation> = ({ path, query, state, apiError }) => {
  const place = findConfigPlace(state.current, path, query.qualifier, apiError)
  findAsyncConfig(place, apiError)
  putQualifierConfigs(state, place.service, place, { asyncInvoke: undefined })
  return { status: 204 }
}
