import type { getFunction as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/get-function.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findFunction, findQualified } from '../../aliyun-fc/lookup.ts'
import { toFunctionResponse } from '../responses.ts'

export const getFunction: FcHandler<typeof operation> = ({ path, state, apiError }) => {
  const { service } = findQualified(state.current, path, apiError)
  const stored = findFunction(service, path.functionName, apiError)
  return { status: 200, headers: { ETag: stored.etag }, body: toFunctionResponse(stored) }
}
