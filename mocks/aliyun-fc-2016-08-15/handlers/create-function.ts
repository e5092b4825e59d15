import type { createFunction as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/create-function.ts'
import { toStoredCode, toTextCode } from '../../aliyun-fc/code.ts'
import { refuseSoftAboveHard } from '../../aliyun-fc/concurrency.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findService } from '../../aliyun-fc/lookup.ts'
import { putFunction } from '../../aliyun-fc/state.ts'
import { splitSettings } from '../../aliyun-fc/split-settings.ts'
import type { StoredFunction } from '../../aliyun-fc/stored.ts'
import { toTime } from '../../aliyun-fc/time.ts'
import { toFunctionResponse } from '../responses.ts'

export const createFunction: FcHandler<typeof operation> = ({ path, body, state, clock, ids, apiError }) => {
  const { functionName, code, ...all } = body
  const { settings, later } = splitSettings(all)
  const service = findService(state.current, path.serviceName, apiError)
  if (service.functions.get(functionName)) {
    throw apiError(
      'FunctionAlreadyExists',
      `function '${functionName}' already exists in service '${path.serviceName}'`,
    )
  }
  const now = toTime(clock.now())
  const stored: StoredFunction = {
    functionId: ids.uuid(),
    functionName,
    createdTime: now,
    lastModifiedTime: now,
    etag: ids.etag(),
    settings,
    later,
    code: hasNoCode(body) ? toTextCode('', ids) : toStoredCode(code, ids, apiError),
  }
  refuseSoftAboveHard(stored, apiError)
  putFunction(state, service, stored)
  return { status: 200, headers: { ETag: stored.etag }, body: toFunctionResponse(stored) }
}

/** The image of a custom container contains the code (W5). */
function hasNoCode({ runtime, code }: Parameters<typeof createFunction>[0]['body']): boolean {
  return runtime === 'custom-container' && Object.keys(code).length === 0
}
