import type { getFunction as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/get-function.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findFunction, findOfVersion } from '../../aliyun-fc/lookup.ts'
import { toFunctionResponse } from '../responses.ts'

export const getFunction: FcHandler<typeof operation> = ({ path, query, state, apiError }) => {
  const { service } = findOfVersion(state.current, { ...path, ...query }, apiError)
  const stored = findFunction(service, path.functionName, apiError)
  return { status: 200, headers: { ETag: stored.etag }, body: toFunctionResponse(stored) }
}
