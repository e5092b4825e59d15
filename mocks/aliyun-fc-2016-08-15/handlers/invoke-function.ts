import type { invokeFunction as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/invoke-function.ts'
import { whenDone } from '../../core/when-done.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { invokeFunction as invoke } from '../../aliyun-fc/invoke.ts'
import { findQualified } from '../../aliyun-fc/lookup.ts'

export const invokeFunction: FcHandler<typeof operation> = ({ path, header, body, ...work }) => {
  const invoked = {
    functionName: path.functionName,
    qualifier: path.qualifier,
    type: header['X-Fc-Invocation-Type'],
    logType: header['X-Fc-Log-Type'],
    event: body,
  }
  const result = invoke(work, invoked, (pick) => findQualified(work.state.current, path, work.apiError, pick))
  if (!result) return { status: 202 }
  return whenDone(result, ({ outcome, logResult }) => {
    const { body: response, mediaType, errorType, delayMs } = outcome
    return {
      status: 200,
      headers: { 'X-Fc-Error-Type': errorType, 'X-Fc-Log-Result': logResult },
      body: response,
      ...(mediaType !== undefined && { mediaType }),
      ...(delayMs > 0 && { delayMs }),
    }
  })
}
