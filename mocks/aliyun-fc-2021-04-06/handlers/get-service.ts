import type { getService as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/get-service.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findOfVersion } from '../../aliyun-fc/lookup.ts'
import { toServiceResponse } from '../responses.ts'

export const getService: FcHandler<typeof operation> = ({ path, query, state, apiError }) => {
  const { service } = findOfVersion(state.current, { ...path, ...query }, apiError)
  return { status: 200, headers: { ETag: service.etag }, body: toServiceResponse(service) }
}
