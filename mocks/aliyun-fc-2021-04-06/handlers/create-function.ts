import type { createFunction as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/create-function.ts'
import { toTextCode } from '../../aliyun-fc/code.ts'
import { refuseSoftAboveHard } from '../../aliyun-fc/concurrency.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findService } from '../../aliyun-fc/lookup.ts'
import { putFunction } from '../../aliyun-fc/state.ts'
import { splitSettings } from '../../aliyun-fc/split-settings.ts'
import type { StoredFunction } from '../../aliyun-fc/stored.ts'
import { toTime } from '../../aliyun-fc/time.ts'
import { toGivenCode } from '../code.ts'
import { toFunctionResponse } from '../response.ts'

export const createFunction: FcHandler<typeof operation> = ({ path, header, body, state, clock, ids, apiError }) => {
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
    settings: { memorySize: defaultMemorySize, ...settings },
    later,
    code: toGivenCode(code, header['X-Fc-Code-Checksum'], ids, apiError) ?? toTextCode('', ids),
  }
  refuseSoftAboveHard(stored, apiError)
  putFunction(state, service, stored)
  return { status: 200, headers: { ETag: stored.etag }, body: toFunctionResponse(stored) }
}

/** In MB. Source 003 documents no default (C4), but every function has a size. This is the default of source 004. */
const defaultMemorySize = 128
