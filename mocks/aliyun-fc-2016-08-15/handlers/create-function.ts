import type { createFunction as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/create-function.ts'
import { toStoredCode, toTextCode } from '../../aliyun-fc/code.ts'
import { addFunction } from '../../aliyun-fc/functions.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toFunctionResponse } from '../responses.ts'

export const createFunction: FcHandler<typeof operation> = ({ path, body, ...work }) => {
  const { functionName, code, ...settings } = body
  const toCode = () => (hasNoCode(body) ? toTextCode('', work.ids) : toStoredCode(code, work.ids, work.apiError))
  const stored = addFunction(work, { ...path, functionName }, settings, toCode)
  return { status: 200, headers: { ETag: stored.etag }, body: toFunctionResponse(stored) }
}

/** The image of a custom container contains the code (W5). */
function hasNoCode({ runtime, code }: Parameters<typeof createFunction>[0]['body']): boolean {
  return runtime === 'custom-container' && Object.keys(code).length === 0
}
