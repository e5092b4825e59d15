import type { createFunction as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/create-function.ts'
import { toTextCode } from '../../aliyun-fc/code.ts'
import { addFunction } from '../../aliyun-fc/functions.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toGivenCode } from '../code.ts'
import { toFunctionResponse } from '../responses.ts'

export const createFunction: FcHandler<typeof operation> = ({ path, header, body, ...work }) => {
  const { functionName, code, ...settings } = body
  const checksum = header['X-Fc-Code-Checksum']
  const toCode = () => toGivenCode(code, checksum, work.ids, work.apiError) ?? toTextCode('', work.ids)
  const all = { memorySize: defaultMemorySize, ...settings }
  const stored = addFunction(work, { ...path, functionName }, all, toCode)
  return { status: 200, headers: { ETag: stored.etag }, body: toFunctionResponse(stored) }
}

/** In MB. Source 003 documents no default (C4), but every function has a size. This is the default of source 004. */
const defaultMemorySize = 128
