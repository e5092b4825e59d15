import type { invokeFunction as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/invoke-function.ts'
import { whenDone } from '../../core/when-done.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { invokeFunction as invoke } from '../../aliyun-fc/invoke.ts'
import { findOfVersion } from '../../aliyun-fc/lookup.ts'
import { refuseKnownTask, type TaskOwner } from '../../aliyun-fc/tasks.ts'

export const invokeFunction: FcHandler<typeof operation> = ({ path, query, header, body, ...work }) => {
  const invocationId = header['X-Fc-Stateful-Async-Invocation-Id']
  const invoked = {
    functionName: path.functionName,
    qualifier: query.qualifier,
    type: header['X-Fc-Invocation-Type'],
    logType: header['X-Fc-Log-Type'],
    event: body,
    task: {
      isStateful: header['X-Fc-Stateful-Async-Invocation-Enable'] === 'true',
      invocationId,
      refuseKnown: (owner: TaskOwner) => refuseKnownTask(work.state.current, owner, invocationId, work.apiError),
    },
  }
  const result = invoke(work, invoked, (pick) =>
    findOfVersion(work.state.current, { ...path, ...query }, work.apiError, pick),
  )
  if (!result) return { status: 202 }
  return whenDone(result, ({ stored, outcome, logResult }) => {
    const { body: response, mediaType, errorType, durationMs, delayMs } = outcome
    return {
      status: 200,
      headers: {
        'X-Fc-Code-Checksum': stored.code.checksum,
        'X-Fc-Error-Type': errorType,
        'X-Fc-Invocation-Duration': durationMs.toFixed(2),
        'X-Fc-Log-Result': logResult,
        'X-Fc-Max-Memory-Usage': undefined, // the memory of a local function is not measured
      },
      body: response,
      ...(mediaType !== undefined && { mediaType }),
      ...(delayMs > 0 && { delayMs }),
    }
  })
}
