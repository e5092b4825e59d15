import type { putFunctionOnDemandConfig as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/put-function-on-demand-config.ts'
import { findConfigPlace } from '../../aliyun-fc/config-place.ts'
import { toQualifierConfigs } from '../../aliyun-fc/configs.ts'
import { putQualifierConfigs } from '../../aliyun-fc/put-configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { refuseStale } from '../../aliyun-fc/lookup.ts'
import { toOnDemandConfigResponse } from '../configs.ts'

/** Without a configuration, an If-Match matches nothing. */
export const putFunctionOnDemandConfig: FcHandler<typeof operation> = ({
  path,
  query,
  header,
  body,
  state,
  ids,
  apiError,
}) => {
  const { service, functionName, qualifier } = findConfigPlace(state.current, path, query.qualifier, apiError)
  const before = toQualifierConfigs(service, functionName, qualifier).onDemand
  refuseStale(header['If-Match'], before?.etag ?? '', apiError)
  const onDemand = { etag: ids.etag(), settings: body }
  putQualifierConfigs(state, service, { functionName, qualifier }, { onDemand })
  return {
    status: 200,
    headers: { ETag: onDemand.etag },
    body: toOnDemandConfigResponse({ ...path, qualifier }, onDemand),
  }
}
