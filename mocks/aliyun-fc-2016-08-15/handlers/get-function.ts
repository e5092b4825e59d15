import type { getFunction as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/get-function.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findFunction, findQualified } from '../../aliyun-fc/lookup.ts'
import { toFunctionAnswer } from '../responses.ts'

export const getFunction: FcHandler<typeof operation> = ({ path, state, fault }) => {
  const { service } = findQualified(state.current, path, fault)
  const stored = findFunction(service, path.functionName, fault)
  return { status: 200, headers: { ETag: stored.etag }, body: toFunctionAnswer(stored) }
}
