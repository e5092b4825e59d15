import type { updateFunction as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/update-function.ts'
import { toStoredCode } from '../../aliyun-fc/code.ts'
import { changeFunction } from '../../aliyun-fc/functions.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toFunctionResponse } from '../responses.ts'

export const updateFunction: FcHandler<typeof operation> = ({ path, header, body, ...work }) => {
  const { code, ...settings } = body
  const toCode = () => code && toStoredCode(code, work.ids, work.apiError)
  const stored = changeFunction(work, path, header['If-Match'], settings, toCode)
  return { status: 200, headers: { ETag: stored.etag }, body: toFunctionResponse(stored) }
}
