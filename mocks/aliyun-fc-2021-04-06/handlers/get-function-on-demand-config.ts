import type { getFunctionOnDemandConfig as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/get-function-on-demand-config.ts'
import { findConfigPlace, findOnDemandConfig } from '../../aliyun-fc/config-place.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toOnDemandConfigResponse } from '../configs.ts'

export const getFunctionOnDemandConfig: FcHandler<typeof operation> = ({ path, query, state, apiError }) => {
  const place = findConfigPlace(state.current, path, query.qualifier, apiError)
  const config = findOnDemandConfig(place, apiError)
  return {
    status: 200,
    headers: { ETag: config.etag },
    body: toOnDemandConfigResponse({ ...path, qualifier: place.qualifier }, config),
  }
}
