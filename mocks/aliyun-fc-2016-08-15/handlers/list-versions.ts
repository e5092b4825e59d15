import type { listVersions as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/list-versions.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findService } from '../../aliyun-fc/lookup.ts'
import { toVersionPage } from '../../aliyun-fc/versions.ts'
import { toVersionResponse } from '../responses.ts'

export const listVersions: FcHandler<typeof operation> = ({ path, query, state, apiError }) => {
  const service = findService(state.current, path.serviceName, apiError)
  const { items, ...rest } = toVersionPage(service, query, apiError)
  return { status: 200, body: { versions: items.map(toVersionResponse), ...rest } }
}
