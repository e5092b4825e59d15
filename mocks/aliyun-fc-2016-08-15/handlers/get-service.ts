import type { getService as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/get-service.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findQualified } from '../../aliyun-fc/lookup.ts'
import { toServiceResponse } from '../responses.ts'

export const getService: FcHandler<typeof operation> = ({ path, state, apiError }) => {
  const { service } = findQualified(state.current, path, apiError)
  return { status: 200, headers: { ETag: service.etag }, body: toServiceResponse(service) }
}
