import type { getService as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/get-service.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findQualified } from '../../aliyun-fc/lookup.ts'
import { toServiceAnswer } from '../responses.ts'

export const getService: FcHandler<typeof operation> = ({ path, state, fault }) => {
  const { service } = findQualified(state.current, path, fault)
  return { status: 200, headers: { ETag: service.etag }, body: toServiceAnswer(service) }
}
