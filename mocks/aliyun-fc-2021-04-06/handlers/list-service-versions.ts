import type { listServiceVersions as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/list-service-versions.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findService } from '../../aliyun-fc/lookup.ts'
import { toVersionPage } from '../../aliyun-fc/versions.ts'
import { toVersionResponse } from '../responses.ts'

export const listServiceVersions: FcHandler<typeof operation> = ({ path, query, state, apiError }) => {
  const service = findService(state.current, path.serviceName, apiError)
  const { items, ...rest } = toVersionPage(service, query, apiError)
  return { status: 200, body: { versions: items.map(toVersionResponse), ...rest } }
}
