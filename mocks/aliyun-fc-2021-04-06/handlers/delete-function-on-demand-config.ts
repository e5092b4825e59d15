import type { deleteFunctionOnDemandConfig as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/delete-function-on-demand-config.ts'
import { findConfigPlace, findOnDemandConfig } from '../../aliyun-fc/config-place.ts'
import { putQualifierConfigs } from '../../aliyun-fc/put-configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { refuseStale } from '../../aliyun-fc/lookup.ts'

export const deleteFunctionOnDemandConfig: FcHandler<typeof operation> = ({ path, query, header, state, apiError }) => {
  const place = findConfigPlace(state.current, path, query.qualifier, apiError)
  refuseStale(header['If-Match'], findOnDemandConfig(place, apiError).etag, apiError)
  putQualifierConfigs(state, place.service, place, { onDemand: undefined })
  return { status: 200 }
}
