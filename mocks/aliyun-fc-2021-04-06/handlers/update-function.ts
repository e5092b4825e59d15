import type { updateFunction as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/update-function.ts'
import { changeFunction } from '../../aliyun-fc/functions.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toGivenCode } from '../code.ts'
import { toFunctionResponse } from '../responses.ts'

export const updateFunction: FcHandler<typeof operation> = ({ path, header, body, ...work }) => {
  const { code, InstanceConcurrency, ...settings } = body
  const toCode = () => toGivenCode(code, header['X-Fc-Code-Checksum'], work.ids, work.apiError)
  // The form with a capital letter is documented, so it takes precedence (B2).
  const all = { ...settings, ...(InstanceConcurrency !== undefined && { instanceConcurrency: InstanceConcurrency }) }
  const stored = changeFunction(work, path, header['If-Match'], all, toCode)
  return { status: 200, headers: { ETag: stored.etag }, body: toFunctionResponse(stored) }
}
